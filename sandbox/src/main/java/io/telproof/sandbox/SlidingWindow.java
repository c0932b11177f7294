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

  private final int permits;
  private final Duration period;
  private final Map<String, Deque<Instant>> admitted = new HashMap<>();

  /**
   * Sets the limit.
   *
   * @param permits how many requests, at least one
   * @param period in any time of this length, more than nothing
   * @throws IllegalArgumentException if either is out of its range
   */
  public SlidingWindow(int permits, Duration period) {
    if (permits < 1 || period.isNegative() || period.isZero()) {
      throw new IllegalArgumentException(
          "the limit is " + permits + " in " + period + ", expected more than nothing");
    }
    this.permits = permits;
    this.period = period;
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
    if (times.size() < permits) {
      times.addLast(now);
      return Duration.ZERO;
    }
    return Duration.between(now, times.getFirst().plus(period));
  }
}
