package io.telproof.limits.redis;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * The requests that this process has sent and that still count in one limit of a long period, so
 * that a Redis which has lost them can be told: some 100 bytes for each. Thread-safe.
 */
final class OwnLeases {
  /** One of them, and when it ends, in nanoseconds of the store's time. */
  private record Lease(String id, long endsAt) {}

  /** Few enough for Redis to put back in a moment. */
  private static final int CHUNK = 500;

  private final Deque<Lease> leases = new ArrayDeque<>();
  private final String key;
  private final long period;

  /**
   * Holds none.
   *
   * @param key where Redis keeps them
   * @param period how long each counts after it was sent
   */
  OwnLeases(String key, Duration period) {
    this.key = key;
    this.period = period.toNanos();
  }

  String key() {
    return key;
  }

  synchronized void add(String id, long sentAt) {
    forget(sentAt);
    leases.add(new Lease(id, sentAt + period));
  }

  synchronized int size(long now) {
    forget(now);
    return leases.size();
  }

  /** How long until there is one less. */
  synchronized Duration untilNextEnds(long now) {
    forget(now);
    return leases.isEmpty() ? Duration.ZERO : Duration.ofNanos(leases.element().endsAt() - now);
  }

  private void forget(long now) {
    while (!leases.isEmpty() && leases.element().endsAt() - now <= 0) {
      leases.remove();
    }
  }

  /** Id and microseconds left, one after the other, in parts for one script each. */
  synchronized List<List<String>> parts(long now) {
    forget(now);
    List<List<String>> parts = new ArrayList<>();
    List<String> part = new ArrayList<>();
    for (Lease lease : leases) {
      part.add(lease.id());
      part.add(Micros.text(Duration.ofNanos(Math.max(0, lease.endsAt() - now))));
      if (part.size() == 2 * CHUNK) {
        parts.add(part);
        part = new ArrayList<>();
      }
    }
    if (!part.isEmpty()) {
      parts.add(part);
    }
    return parts;
  }
}
