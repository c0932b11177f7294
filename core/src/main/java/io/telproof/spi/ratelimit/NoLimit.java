package io.telproof.spi.ratelimit;

import java.time.Duration;

/** Gives everybody a permit. */
final class NoLimit implements RateLimiter {
  static final NoLimit INSTANCE = new NoLimit();

  private static final Permit PERMIT =
      new Permit() {
        @Override
        public void sent() {
          // Nobody counts it.
        }

        @Override
        public void close() {
          // There is no slot that could come back.
        }
      };

  private NoLimit() {}

  @Override
  public Admission acquire(Duration within) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    return PERMIT;
  }
}
