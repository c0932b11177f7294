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
 * @param notes what hinders nothing and should be looked at, such as a file that is included and is
 *     not there, or what cannot be seen from here
 */
public record ConfigurationReport(
    List<Setting> settings, List<String> routes, List<Problem> problems, List<Problem> notes) {
  /**
   * Copies the lists.
   *
   * @param settings every value that is in force, with the file and line that it comes from;
   *     defaults come from {@code telproof-reference.conf}
   * @param routes a line for each check: who is asked, or what to add
   * @param problems everything that is wrong; where there is anything, {@link Telproof#open} throws
   *     it
   * @param notes what hinders nothing and should be looked at, such as a file that is included and
   *     is not there, or what cannot be seen from here
   */
  public ConfigurationReport {
    settings = List.copyOf(settings);
    routes = List.copyOf(routes);
    problems = List.copyOf(problems);
    notes = List.copyOf(notes);
  }
}
