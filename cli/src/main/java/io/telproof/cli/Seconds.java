package io.telproof.cli;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Prints a time that a vendor told, which is never more exact than a second. */
final class Seconds {
  private Seconds() {}

  static String text(Instant at) {
    return at.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
