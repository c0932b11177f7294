package io.telproof.alibaba;

import io.telproof.spi.ratelimit.RateLimiter;
import java.time.Duration;

/** A limit that nobody ever waits for. */
enum NoLimit implements RateLimiter {
  LIMITER;

  @Override
  public Admission acquire(Duration within) {
    return new Permit() {
      @Override
      public void sent() {}

      @Override
      public void close() {}
    };
  }
}
