package io.telproof.testkit;

import io.telproof.spi.ratelimit.RateLimiters;
import io.telproof.spi.time.Time;
import io.telproof.testkit.ratelimit.RateLimiterContract;

class LocalRateLimitersContractTest extends RateLimiterContract {
  @Override
  protected RateLimiters limiters(Time virtual) {
    return RateLimiters.local(virtual);
  }
}
