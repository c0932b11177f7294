package io.telproof.limits.redis;

import io.telproof.spi.ratelimit.RateLimiters;
import io.telproof.spi.time.Time;
import io.telproof.testkit.ratelimit.RateLimiterContract;
import org.junit.jupiter.api.extension.RegisterExtension;

final class InstalledRedisRateLimiterContractTest extends RateLimiterContract {
  @RegisterExtension
  static final LimitersOnRedis REDIS =
      new LimitersOnRedis(RedisServer.start(RedisServer.installedOrEmbedded()));

  @Override
  protected RateLimiters limiters(Time virtual) {
    return REDIS.limiters(virtual);
  }
}
