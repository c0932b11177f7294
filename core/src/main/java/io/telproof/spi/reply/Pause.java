package io.telproof.spi.reply;

import java.time.Duration;
import java.time.Instant;

/**
 * Always as long, counted from when the question was put: for a vendor that does not tell how long.
 */
record Pause(Duration length) implements RefusalPeriod {
  Pause {
    if (length.isNegative() || length.isZero()) {
      throw new IllegalArgumentException("a pause is more than no time, but is " + length);
    }
  }

  @Override
  public Instant end(Instant asked) {
    return asked.plus(length);
  }

  @Override
  public boolean isStated() {
    return false;
  }

  /** For the documentation. */
  @Override
  public String toString() {
    return "for " + length.toSeconds() + " s";
  }
}
