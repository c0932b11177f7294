package io.telproof.limits.redis;

import io.telproof.examples.acme.Acme;
import io.telproof.spi.ratelimit.RateLimiters;
import io.telproof.spi.time.Time;
import io.telproof.testkit.ProviderHarness;
import io.telproof.testkit.RateLimitContract;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;

/** What a provider promises of its vendor's limits, where they are kept on Redis. */
final class RateLimitContractOnRedisTest extends RateLimitContract {
  private static final RedisServer SERVER = RedisServer.start();

  private final List<StoreLimiters> opened = new ArrayList<>();

  @Override
  protected ProviderHarness harness() {
    return Acme.harness();
  }

  @Override
  protected RateLimiters rateLimiters(Time time) {
    StoreLimiters limiters = StoreLimiters.of(SERVER, time);
    opened.add(limiters);
    return limiters;
  }

  @AfterEach
  void close() {
    opened.forEach(StoreLimiters::close);
  }

  @AfterAll
  static void stop() {
    SERVER.close();
  }
}
