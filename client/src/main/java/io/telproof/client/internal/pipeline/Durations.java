package io.telproof.client.internal.pipeline;

import java.time.Duration;

/** Arithmetic with the time of a call, which is a year at the most. */
final class Durations {
  private Durations() {}

  /** One of so many equal parts. {@link Duration#dividedBy} goes by way of a BigDecimal. */
  static Duration part(Duration whole, int parts) {
    return Duration.ofNanos(whole.toNanos() / parts);
  }
}
