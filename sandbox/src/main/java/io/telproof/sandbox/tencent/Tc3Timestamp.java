package io.telproof.sandbox.tencent;

import io.telproof.sandbox.VendorRequest;
import java.time.Instant;
import java.util.Optional;

/**
 * The header {@code X-TC-Timestamp}, read as a client meant it: milliseconds are told from seconds
 * by their size.
 *
 * @param sent as it was sent; empty where it was not
 * @param meant the time, where it is one
 * @param inMilliseconds whether it was sent in milliseconds
 */
record Tc3Timestamp(String sent, Optional<Instant> meant, boolean inMilliseconds) {

  /** In seconds, some three thousand years ahead; in milliseconds, the year 1973. */
  private static final long FARTHEST_SECOND = 100_000_000_000L;

  private static final long FARTHEST_MILLISECOND = 1_000 * FARTHEST_SECOND;

  static Tc3Timestamp of(VendorRequest request) {
    String sent = request.header("X-TC-Timestamp").orElse("");
    try {
      long number = Long.parseLong(sent);
      if (number > FARTHEST_SECOND && number <= FARTHEST_MILLISECOND) {
        return new Tc3Timestamp(sent, Optional.of(Instant.ofEpochMilli(number)), true);
      }
      return Math.abs(number) <= FARTHEST_SECOND
          ? new Tc3Timestamp(sent, Optional.of(Instant.ofEpochSecond(number)), false)
          : new Tc3Timestamp(sent, Optional.empty(), false);
    } catch (NumberFormatException e) {
      return new Tc3Timestamp(sent, Optional.empty(), false);
    }
  }

  /** As the vendor wants it: in seconds. */
  String wanted() {
    return inMilliseconds ? Long.toString(meant.orElseThrow().getEpochSecond()) : sent;
  }

  /** What is wrong with its unit; empty where nothing is. */
  Optional<String> complaint() {
    return inMilliseconds
        ? Optional.of(
            "X-TC-Timestamp is in milliseconds: %s. Send and sign whole seconds since 1970: %s."
                .formatted(sent, wanted()))
        : Optional.empty();
  }
}
