package io.telproof.spi;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/** The one place in which the clocks of this machine are read. */
enum SystemTime implements Time {
  INSTANCE;

  @Override
  public Instant now() {
    return Instant.now();
  }

  @Override
  public long nanos() {
    return System.nanoTime();
  }

  @Override
  public void await(Duration duration) throws InterruptedException {
    if (Thread.interrupted()) {
      // A wait of zero would not look.
      throw new InterruptedException();
    }
    TimeUnit.NANOSECONDS.sleep(duration.toNanos());
  }
}
