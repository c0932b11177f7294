package io.telproof.limits.redis;

import java.time.Duration;

/** Time as the scripts count it. */
final class Micros {
  private Micros() {}

  /** At least so long. */
  static long of(Duration duration) {
    return Math.addExact(duration.toNanos(), 999) / 1000;
  }

  static String text(Duration duration) {
    return String.valueOf(of(duration));
  }

  static Duration duration(long micros) {
    return Duration.ofNanos(Math.multiplyExact(micros, 1000L));
  }
}
