package io.telproof.client.internal.pipeline;

import io.telproof.spi.time.Time;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * A clock that counts monotonic nanoseconds: a wall clock that jumps must not keep a breaker open.
 */
final class MonotonicClock extends Clock {
  private final Time time;
  private final long origin;

  MonotonicClock(Time time) {
    this.time = time;
    this.origin = time.nanos();
  }

  @Override
  public Instant instant() {
    return Instant.EPOCH.plusNanos(time.nanos() - origin);
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
