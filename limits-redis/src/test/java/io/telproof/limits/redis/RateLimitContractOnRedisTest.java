package io.telproof.limits.redis;

import io.telproof.examples.acme.Acme;
import io.telproof.spi.ratelimit.RateLimiters;
import io.telproof.spi.time.Time;
import io.telproof.testkit.ProviderHarness;
import io.telproof.testkit.RateLimitContract;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What a provider promises of its vendor's limits, where they are kept on Redis. */
final class RateLimitContractOnRedisTest extends RateLimitContract {
  @RegisterExtension static final LimitersOnRedis REDIS = new LimitersOnRedis(RedisServer.start());

  @Override
  protected ProviderHarness harness() {
    return Acme.harness();
  }

  @Override
  protected RateLimiters rateLimiters(Time time) {
    return REDIS.limiters(time);
  }
}
