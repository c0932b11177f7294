package io.telproof.spi.time;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

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

  @Override
  public void await(Duration atMost, CompletableFuture<?> signal) throws InterruptedException {
    if (Thread.interrupted()) {
      // Where the signal is given already, the wait for it would not look.
      throw new InterruptedException();
    }
    try {
      signal.get(atMost.toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException | ExecutionException | CancellationException e) {
      // The time has passed, or the signal is given: there is nothing more to wait for.
    }
  }
}
