package io.telproof.proof;

import io.telproof.spi.time.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** Time in which nobody waits: who would, moves it for everybody. Thread-safe. */
final class HurriedTime implements Time {
  private final Instant start;
  private final AtomicLong nanos = new AtomicLong();

  HurriedTime(String start) {
    this.start = Instant.parse(start);
  }

  @Override
  public Instant now() {
    return start.plusNanos(nanos.get());
  }

  @Override
  public long nanos() {
    return nanos.get();
  }

  @Override
  public void await(Duration duration) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    nanos.addAndGet(duration.toNanos());
  }
}
