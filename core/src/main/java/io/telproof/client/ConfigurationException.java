package io.telproof.client;

import java.util.List;
import java.util.stream.Collectors;

/** Thrown where a configuration cannot be used; says everything that is wrong with it at once. */
public final class ConfigurationException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  ConfigurationException(List<Problem> problems) {
    super(
        problems.stream()
            .map(problem -> "\n  " + problem)
            .collect(Collectors.joining("", "the configuration has " + count(problems) + ":", "")));
    this.problems = List.copyOf(problems);
  }

  private static String count(List<Problem> problems) {
    return problems.size() == 1 ? "a problem" : problems.size() + " problems";
  }

  /** Everything that is wrong, in the order of the file's sections. */
  public List<Problem> problems() {
    return problems;
  }
}
