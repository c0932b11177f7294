package io.telproof.limits.redis;

import io.telproof.spi.ratelimit.RateLimiter.Permit;

/** A lease of a {@link RedisRateLimiter}. Thread-safe. */
final class RedisPermit implements Permit {
  private final RedisRateLimiter limiter;
  private final String id;
  private final long asked;
  private boolean sent;
  private boolean over;
  private long sentAt;

  /**
   * One that was given.
   *
   * @param asked when it was asked for, before which it cannot have been given
   */
  RedisPermit(RedisRateLimiter limiter, String id, long asked) {
    this.limiter = limiter;
    this.id = id;
    this.asked = asked;
  }

  @Override
  public boolean isValid() {
    return limiter.isValid(asked);
  }

  @Override
  public synchronized void sent() {
    if (!sent && !over) {
      sent = true;
      sentAt = limiter.sent(id);
    }
  }

  @Override
  public synchronized void close() {
    if (over) {
      return;
    }
    over = true;
    if (sent) {
      limiter.replied(id, sentAt);
    } else {
      limiter.unused(id);
    }
  }
}
