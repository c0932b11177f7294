package io.telproof.staging;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * The licences that a library may have which comes with Telproof, by their SPDX ids, or by their
 * names where they have none. All let an application be of any licence of its own.
 */
final class AllowedLicences {
  private static final Set<String> IDS =
      Set.of(
          "Apache-2.0",
          "BSD-2-Clause",
          "BSD-3-Clause",
          // Of the text of the MIT licence.
          "Bouncy Castle Licence",
          "EPL-1.0",
          "EPL-2.0",
          "ISC",
          "MIT",
          "MIT-0",
          // Of aopalliance, which comes with Guice.
          "Public Domain",
          "0BSD",
          "CC0-1.0");

  private AllowedLicences() {}

  /** Whether one of the licences is allowed: where there are several, the user has the choice. */
  static boolean allow(List<String> licences) {
    return licences.stream().anyMatch(IDS::contains);
  }

  static String sentence() {
    return String.join(", ", new TreeSet<>(IDS));
  }
}
