package io.telproof.spi.time;

import java.time.Duration;

/** An absolute point of monotonic time by which a call is over. Immutable. */
public final class Deadline {
  /** Long enough to mean "no hurry" and short enough not to overflow the nanoseconds. */
  private static final Duration LONGEST = Duration.ofDays(365);

  private final Time time;
  private final long at;

  private Deadline(Time time, long at) {
    this.time = time;
    this.at = at;
  }

  /**
   * {@return the point so far from now; a year at the most}
   *
   * @param within how long from now
   * @param time the clock that it is counted by
   */
  public static Deadline in(Duration within, Time time) {
    Duration bounded = within.compareTo(LONGEST) < 0 ? within : LONGEST;
    return new Deadline(time, time.nanos() + bounded.toNanos());
  }

  /**
   * {@return the time left: zero once the point has passed} Each call reads the clock: whoever
   * decides by it and then uses it reads it once, because time passes between two readings.
   */
  public Duration left() {
    return Duration.ofNanos(Math.max(0, at - time.nanos()));
  }
}
