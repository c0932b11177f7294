package io.telproof.limits.redis;

import io.telproof.spi.ratelimit.RateLimiters;
import io.telproof.spi.time.Time;
import io.telproof.testkit.RateLimiterContract;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;

final class InstalledRedisRateLimiterContractTest extends RateLimiterContract {
  private static final RedisServer SERVER = RedisServer.start(RedisServer.installedOrEmbedded());

  private final List<StoreLimiters> opened = new ArrayList<>();

  @Override
  protected RateLimiters limiters(Time virtual) {
    StoreLimiters limiters = StoreLimiters.of(SERVER, virtual);
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
