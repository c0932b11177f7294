package io.telproof.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How many requests a vendor takes in any second, for each of its operations: what a vendor raises
 * or lowers for an account is set here by hand while the sandbox runs. Thread-safe.
 */
public final class Limits {
  /** Of a vendor without limits, or whose simulator does not let them be set. */
  static final Limits NONE = new Limits(Map.of());

  private static final Duration SECOND = Duration.ofSeconds(1);

  private final Map<String, Integer> initial;
  private final Map<String, SlidingWindow> windows = new ConcurrentHashMap<>();

  /**
   * These limits.
   *
   * @param perSecond how many requests in any second, at least one, by the operation's name
   * @throws IllegalArgumentException if one is less than one
   */
  public Limits(Map<String, Integer> perSecond) {
    this.initial = new LinkedHashMap<>(perSecond);
    initial.forEach(
        (operation, permits) -> windows.put(operation, new SlidingWindow(permits, SECOND)));
  }

  /** {@return the limits it began with, by the operation's name, in the vendor's order} */
  public Map<String, Integer> initial() {
    return new LinkedHashMap<>(initial);
  }

  /** {@return the limits in force, in the same order} */
  public Map<String, Integer> perSecond() {
    Map<String, Integer> now = new LinkedHashMap<>();
    initial.keySet().forEach(operation -> now.put(operation, window(operation).permits()));
    return now;
  }

  /**
   * Sets the limit of one operation from now on.
   *
   * @param operation the operation's name
   * @param permits how many requests in any second, at least one
   * @throws IllegalArgumentException if there is no such operation, or {@code permits} is less
   */
  public void set(String operation, int permits) {
    window(operation).permits(permits);
  }

  /**
   * Admits one request, or says how long it comes too early.
   *
   * @param operation one without a limit is admitted
   * @param now the time the request was read
   * @return zero if it is admitted, else the time until there is room again
   */
  public Duration admit(String operation, Instant now) {
    SlidingWindow window = windows.get(operation);
    return window == null ? Duration.ZERO : window.admit(operation, now);
  }

  private SlidingWindow window(String operation) {
    SlidingWindow window = windows.get(operation);
    if (window == null) {
      throw new IllegalArgumentException("there is no limit for an operation of this name");
    }
    return window;
  }
}
