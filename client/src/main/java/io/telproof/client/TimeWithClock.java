package io.telproof.client;

import io.telproof.spi.time.Time;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/** An application's wall clock, beside a time that waits and measures. */
record TimeWithClock(Clock clock, Time time) implements Time {
  @Override
  public Instant now() {
    return clock.instant();
  }

  @Override
  public long nanos() {
    return time.nanos();
  }

  @Override
  public void await(Duration duration) throws InterruptedException {
    time.await(duration);
  }

  @Override
  public void await(Duration atMost, CompletableFuture<?> signal) throws InterruptedException {
    time.await(atMost, signal);
  }
}
