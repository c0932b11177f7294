package io.telproof.spi.ratelimit;

import io.telproof.spi.time.Time;

/**
 * Where is kept what an account may still ask: in this process, or for many processes together.
 * Thread-safe.
 */
public interface LimitStore extends AutoCloseable {
  /** The vendors' limits. */
  RateLimiters rateLimiters();

  /** The charges of each day. */
  ChargeCounter charges();

  /** What vendors have refused to be asked about again for a while. */
  NumberRefusals refusals();

  /** Lets go of connections and threads. Permits that are out can still be closed. */
  @Override
  void close();

  /** Everything kept in this process, and gone with it. */
  static LimitStore local(Time time) {
    return new LocalLimitStore(time);
  }
}
