package io.telproof.spi.ratelimit;

import java.time.Duration;

/**
 * How many requests a vendor takes in any window of a period. Immutable.
 *
 * @param permits 1 or more
 * @param period more than zero
 */
public record RateLimit(int permits, Duration period) {
  /**
   * Checks the two.
   *
   * @throws IllegalArgumentException if there is no permit or no period
   */
  public RateLimit {
    if (permits < 1) {
      throw new IllegalArgumentException("a limit gives 1 permit or more, but gives " + permits);
    }
    if (period.isNegative() || period.isZero()) {
      throw new IllegalArgumentException("a limit's period is more than zero, but is " + period);
    }
  }

  /**
   * So many a second.
   *
   * @throws IllegalArgumentException if there is no permit
   */
  public static RateLimit perSecond(int permits) {
    return new RateLimit(permits, Duration.ofSeconds(1));
  }

  /** As people write it: {@code 20/s}. */
  @Override
  public String toString() {
    return permits + (period.equals(Duration.ofSeconds(1)) ? "/s" : " in " + period);
  }
}
