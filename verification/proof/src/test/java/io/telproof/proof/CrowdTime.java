package io.telproof.proof;

import io.telproof.spi.time.HandTime;
import io.telproof.spi.time.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * Who waits for its turn moves time, and who waits behind others for their signal does not: else
 * the last in a line would move it beyond everybody's time. Thread-safe.
 */
final class CrowdTime implements Time {
  /** More than the first in the line of a limit by the second waits, and less than the others. */
  private static final Duration TURN = Duration.ofMinutes(1);

  private final HandTime time;

  CrowdTime(HandTime time) {
    this.time = time;
  }

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
    time.await(duration);
  }

  @Override
  public void await(Duration atMost, CompletableFuture<?> signal) throws InterruptedException {
    if (atMost.compareTo(TURN) < 0) {
      time.await(atMost, signal);
      return;
    }
    try {
      signal.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a signal does not fail", e);
    }
  }
}
