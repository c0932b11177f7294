package io.telproof.client;

import io.telproof.spi.Credentials;
import java.time.Duration;
import java.time.Instant;

/**
 * Keys as they were got at one moment. Prints masked. Immutable.
 *
 * @param lease the keys and their end
 * @param got when they were got
 */
record Generation(Lease lease, Instant got) {
  private static final int PART_OF_LENGTH = 5;
  private static final Duration LONGEST_MARGIN = Duration.ofMinutes(5);

  Credentials credentials() {
    return lease.credentials();
  }

  /** Whether they cannot be used any more. */
  boolean ended(Instant now) {
    return lease.until().filter(until -> !now.isBefore(until)).isPresent();
  }

  /** Whether the last fifth of their time has begun, or the last five minutes if that is less. */
  boolean nearsEnd(Instant now) {
    return lease.until().filter(until -> !now.isBefore(until.minus(margin(until)))).isPresent();
  }

  private Duration margin(Instant until) {
    Duration part = Duration.between(got, until).dividedBy(PART_OF_LENGTH);
    return part.compareTo(LONGEST_MARGIN) < 0 ? part : LONGEST_MARGIN;
  }
}
