package io.telproof.client;

import java.util.List;

/**
 * A configuration as a client would use it. Holds no secret. Immutable.
 *
 * @param settings every value that is in force, with the file and line that it comes from; defaults
 *     come from {@code telproof-reference.conf}
 * @param routes a line for each check: who is asked, or what to add
 * @param problems everything that is wrong; where there is anything, {@link Telproof#open} throws
 *     it
 */
public record ConfigurationReport(
    List<Setting> settings, List<String> routes, List<Problem> problems) {
  /** Copies the lists. */
  public ConfigurationReport {
    settings = List.copyOf(settings);
    routes = List.copyOf(routes);
    problems = List.copyOf(problems);
  }
}
