package io.telproof.testkit.internal;

import io.telproof.spi.time.Time;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A wall clock that moves two seconds with each request the vendor reads, so that the vendor's own
 * limits do not come into play, over the monotonic time of this machine, so that deadlines are
 * real.
 */
public final class StepTime implements Time {
  public static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
  private final AtomicLong steps = new AtomicLong();

  /** The vendor's clock: every look moves it. */
  InstantSource vendors() {
    return () -> START.plusSeconds(2 * steps.incrementAndGet());
  }

  @Override
  public Instant now() {
    return START.plusSeconds(2 * steps.get());
  }

  @Override
  public long nanos() {
    return Time.system().nanos();
  }

  @Override
  public void await(Duration duration) throws InterruptedException {
    Time.system().await(duration);
  }

  @Override
  public void await(Duration atMost, CompletableFuture<?> signal) throws InterruptedException {
    Time.system().await(atMost, signal);
  }
}
