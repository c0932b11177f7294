package io.telproof.client;

import java.util.List;
import java.util.stream.Collectors;

/** Thrown where a configuration cannot be used; says everything that is wrong with it at once. */
public final class ConfigurationException extends RuntimeException {
  // 1 was written without the problems.
  private static final long serialVersionUID = 2L;

  private final Problem[] problems;

  /**
   * Names all problems in its message.
   *
   * @param problems what is wrong, one or more
   */
  public ConfigurationException(List<Problem> problems) {
    super(
        problems.stream()
            .map(problem -> "\n  " + problem)
            .collect(Collectors.joining("", "the configuration has " + count(problems) + ":", "")));
    this.problems = problems.toArray(Problem[]::new);
  }

  private static String count(List<Problem> problems) {
    return problems.size() == 1 ? "a problem" : problems.size() + " problems";
  }

  /** {@return everything that is wrong, in the order of the file's sections} */
  public List<Problem> problems() {
    return List.of(problems);
  }
}
