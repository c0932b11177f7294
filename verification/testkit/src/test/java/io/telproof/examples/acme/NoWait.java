package io.telproof.examples.acme;

import io.telproof.spi.time.Time;
import java.time.Duration;
import java.time.Instant;

/** A time whose waits are over at once; an interrupt ends them as it ends any wait. */
record NoWait(Time time) implements Time {
  @Override
  public Instant now() {
    return time.now();
  }

  @Override
  public long nanos() {
    return time.nanos();
  }

  @Override
  public void await(Duration duration) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }
}
