package io.telproof.alibaba;

import io.telproof.spi.time.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/** The time of this machine, with a wall clock that is wrong. */
record SkewedTime(Duration ahead) implements Time {
  @Override
  public Instant now() {
    return Time.system().now().plus(ahead);
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
