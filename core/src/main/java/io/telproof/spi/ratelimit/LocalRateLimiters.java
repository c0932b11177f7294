package io.telproof.spi.ratelimit;

import io.telproof.spi.time.Time;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/** Keeps a sliding window for each key. */
final class LocalRateLimiters implements RateLimiters {
  private final ConcurrentMap<String, SlidingWindow> windows = new ConcurrentHashMap<>();
  private final Time time;

  LocalRateLimiters(Time time) {
    this.time = time;
  }

  @Override
  public RateLimiter limiter(String key, RateLimits limits) {
    SlidingWindow made = new SlidingWindow(limits, time);
    @Nullable SlidingWindow before = windows.putIfAbsent(key, made);
    if (before == null) {
      return made;
    }
    // Only here: the first comparison of records in a process takes longer than all else of this.
    before.limits().requireSame(key, limits);
    return before;
  }
}
