package io.telproof.camara;

import io.telproof.spi.time.Time;
import java.time.Duration;
import java.time.Instant;

/** The machine's time, with a wall clock that stands still. */
record TimeAt(Instant now) implements Time {
  @Override
  public long nanos() {
    return Time.system().nanos();
  }

  @Override
  public void await(Duration duration) throws InterruptedException {
    Time.system().await(duration);
  }
}
