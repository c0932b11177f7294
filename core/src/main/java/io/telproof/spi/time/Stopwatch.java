package io.telproof.spi.time;

import java.time.Duration;

/** How long something takes, in monotonic time from when it was started. Immutable. */
public final class Stopwatch {
  private final Time time;
  private final long started;

  private Stopwatch(Time time) {
    this.time = time;
    this.started = time.nanos();
  }

  /**
   * {@return a stopwatch that runs from now on}
   *
   * @param time the clock that it is read from
   */
  public static Stopwatch start(Time time) {
    return new Stopwatch(time);
  }

  /** {@return the time since it was started} */
  public Duration elapsed() {
    return Duration.ofNanos(time.nanos() - started);
  }
}
