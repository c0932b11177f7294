package io.telproof.spi.time;

import java.time.Duration;
import java.time.Instant;

/** Time that a test moves; waiting takes no real time. For tests of one thread. */
public final class HandTime implements Time {
  private final Instant start;
  private Duration passed = Duration.ZERO;

  /** Time that stands at this instant. */
  public HandTime(String start) {
    this.start = Instant.parse(start);
  }

  /** Moves it. */
  public synchronized void advance(Duration duration) {
    passed = passed.plus(duration);
  }

  /** How much has passed since it was made. */
  public synchronized Duration passed() {
    return passed;
  }

  @Override
  public synchronized Instant now() {
    return start.plus(passed);
  }

  @Override
  public synchronized long nanos() {
    return passed.toNanos();
  }

  @Override
  public void await(Duration duration) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    advance(duration);
  }
}
