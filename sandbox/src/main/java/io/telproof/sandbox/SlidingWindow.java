package io.telproof.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/**
 * A limit on how many requests a vendor takes in any period, exact to the clock's grain: of the
 * requests admitted under one key, no window of the period holds more than the permits. Requests
 * that were refused do not count. Thread-safe.
 */
public final class SlidingWindow {

  private final Duration period;
  private int permits;
  private final Map<String, Deque<Instant>> admitted = new HashMap<>();

  /**
   * Sets the limit.
   *
   * @param permits how many requests, at least one
   * @param period in any time of this length, more than nothing
   * @throws IllegalArgumentException if either is out of its range
   */
  public SlidingWindow(int permits, Duration period) {
    requireSome(permits, period);
    this.permits = permits;
    this.period = period;
  }

  private static void requireSome(int permits, Duration period) {
    if (permits < 1 || period.isNegative() || period.isZero()) {
      throw new IllegalArgumentException(
          "the limit is " + permits + " in " + period + ", expected more than nothing");
    }
  }

  synchronized int permits() {
    return permits;
  }

  /** Sets another limit; requests that were admitted count against it. */
  synchronized void permits(int other) {
    requireSome(other, period);
    permits = other;
  }

  /**
   * Admits one request, or says how long it comes too early.
   *
   * @param key what the limit is counted for, such as the operation's name
   * @param now the time the request was read
   * @return zero if it is admitted, else the time until there is room again
   */
  public synchronized Duration admit(String key, Instant now) {
    Deque<Instant> times = admitted.computeIfAbsent(key, unseen -> new ArrayDeque<>());
    while (!times.isEmpty() && !times.getFirst().plus(period).isAfter(now)) {
      times.removeFirst();
    }
    // A clock that was put back by hand: nobody waits for what is not yet.
    times.removeIf(time -> time.isAfter(now.plus(period)));
    if (times.size() < permits) {
      times.addLast(now);
      return Duration.ZERO;
    }
    Instant oldestInTheWay =
        times.stream().skip(times.size() - permits).findFirst().orElse(times.getFirst());
    return Duration.between(now, oldestInTheWay.plus(period));
  }
}
