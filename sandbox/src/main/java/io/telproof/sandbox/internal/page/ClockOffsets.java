package io.telproof.sandbox.internal.page;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How far the vendors' clocks were set ahead by hand, or behind where negative. Thread-safe. */
public final class ClockOffsets {
  private final Map<String, Duration> ahead = new ConcurrentHashMap<>();

  /** How far this vendor's clock was set ahead, beside what its settings say. */
  public Duration of(String vendor) {
    return ahead.getOrDefault(vendor, Duration.ZERO);
  }

  void set(String vendor, Duration offset) {
    ahead.put(vendor, offset);
  }
}
