package io.telproof.spi.ratelimit;

import io.telproof.spi.time.Time;

/**
 * Where the vendors' limits are kept: in this process, or for many processes together. Thread-safe.
 */
public interface RateLimiters {
  /**
   * {@return the rate limiter of this key: one key, one limiter, however often it is asked for}
   *
   * @param key names what the vendor counts together: whose account it is, a slash, and the
   *     operation, as {@link io.telproof.spi.AccountRateLimiters} does. Holds no key and no key id
   *     in clear
   * @param limits the limits, all of which hold
   * @throws IllegalArgumentException if the key was asked for with other limits before
   */
  RateLimiter limiter(String key, RateLimits limits);

  /**
   * Exact sliding windows kept in this process.
   *
   * @param time the clock that refills the limits
   * @return limiters that know of nothing outside of this process
   */
  static RateLimiters local(Time time) {
    return new LocalRateLimiters(time);
  }
}
