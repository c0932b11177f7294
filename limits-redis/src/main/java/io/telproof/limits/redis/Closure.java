package io.telproof.limits.redis;

import io.telproof.spi.ratelimit.RateLimit;
import io.telproof.spi.ratelimit.RateLimits;
import java.time.Duration;
import java.util.Comparator;

/**
 * How long a limiter gives nothing where it is not known what was given before: until whatever it
 * was cannot count any longer.
 */
final class Closure {
  /** What is counted for longer is not waited for, but put back by those who sent it. */
  static final Duration LONGEST_PERIOD = Duration.ofMinutes(1);

  /** Enough for two heartbeats. */
  private static final Duration SHORTEST = Duration.ofSeconds(1);

  private Closure() {}

  static Duration of(RateLimits limits, Duration hold) {
    return limits.all().stream()
        .map(RateLimit::period)
        .filter(period -> !isLong(period))
        .max(Comparator.naturalOrder())
        .orElse(SHORTEST)
        .plus(hold)
        .plus(limits.travel());
  }

  static boolean isLong(Duration period) {
    return period.compareTo(LONGEST_PERIOD) > 0;
  }
}
