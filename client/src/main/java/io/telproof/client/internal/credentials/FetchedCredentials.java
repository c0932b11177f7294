package io.telproof.client.internal.credentials;

import io.telproof.client.ExpiringCredentials;
import io.telproof.spi.http.Credentials;
import java.time.Duration;
import java.time.Instant;

/**
 * Keys as they were got at one moment. Prints masked. Immutable.
 *
 * @param expiring the keys and their end
 * @param got when they were got, in monotonic nanoseconds: the clock by which they end may be found
 *     wrong, and be another one, while they live
 */
record FetchedCredentials(ExpiringCredentials expiring, long got) {
  private static final int PART_OF_LENGTH = 5;
  private static final Duration LONGEST_MARGIN = Duration.ofMinutes(5);

  Credentials credentials() {
    return expiring.credentials();
  }

  /** Whether they cannot be used any more. */
  boolean ended(Instant now) {
    return expiring.until().filter(until -> !now.isBefore(until)).isPresent();
  }

  /** Whether the last fifth of their time has begun, or the last five minutes if that is less. */
  boolean nearsEnd(Instant now, long nanos) {
    Duration age = Duration.ofNanos(nanos - got);
    return expiring
        .until()
        .filter(until -> !now.isBefore(until.minus(margin(Duration.between(now, until).plus(age)))))
        .isPresent();
  }

  private static Duration margin(Duration length) {
    Duration part = length.dividedBy(PART_OF_LENGTH);
    return part.compareTo(LONGEST_MARGIN) < 0 ? part : LONGEST_MARGIN;
  }
}
