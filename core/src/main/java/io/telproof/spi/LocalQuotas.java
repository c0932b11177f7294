package io.telproof.spi;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** Keeps a sliding window for each key. */
final class LocalQuotas implements Quotas {
  private final ConcurrentMap<String, SlidingWindow> windows = new ConcurrentHashMap<>();
  private final Time time;

  LocalQuotas(Time time) {
    this.time = time;
  }

  @Override
  public Quota limit(String key, Limit limit) {
    SlidingWindow window = windows.computeIfAbsent(key, k -> new SlidingWindow(limit, time));
    if (!window.limit().equals(limit)) {
      throw new IllegalArgumentException(
          "the limit of "
              + key
              + " is "
              + window.limit()
              + " already and cannot be "
              + limit
              + " as well");
    }
    return window;
  }
}
