package io.telproof.spi.ratelimit;

import io.telproof.spi.time.Time;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Keeps a sliding window for each key. */
final class LocalRateLimiters implements RateLimiters {
  private final ConcurrentMap<String, SlidingWindow> windows = new ConcurrentHashMap<>();
  private final Time time;

  LocalRateLimiters(Time time) {
    this.time = time;
  }

  @Override
  public RateLimiter limiter(String key, RateLimits limits) {
    SlidingWindow window = windows.computeIfAbsent(key, k -> new SlidingWindow(limits, time));
    window.limits().requireSame(key, limits);
    return window;
  }
}
