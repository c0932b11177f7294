package io.telproof.spring;

import io.telproof.client.ConfigurationException;
import io.telproof.client.Problem;
import java.util.stream.Collectors;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints what is wrong with a configuration: a line for each problem, the place first. */
final class ConfigurationFailureAnalyzer extends AbstractFailureAnalyzer<ConfigurationException> {
  /** For Spring. */
  ConfigurationFailureAnalyzer() {}

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, ConfigurationException cause) {
    int count = cause.problems().size();
    return new FailureAnalysis(
        (count == 1
                ? "Telproof's configuration has a problem:"
                : "Telproof's configuration has " + count + " problems:")
            + cause.problems().stream()
                .map(ConfigurationFailureAnalyzer::line)
                .collect(Collectors.joining("\n", "\n\n", "")),
        "Correct "
            + (count == 1 ? "this value" : "these values")
            + "; the lines above are all that is wrong. Nothing was sent to a vendor.",
        cause);
  }

  private static String line(Problem problem) {
    return problem.where() + ": " + problem.path() + ": " + problem.says();
  }
}
