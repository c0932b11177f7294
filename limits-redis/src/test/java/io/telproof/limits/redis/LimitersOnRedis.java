package io.telproof.limits.redis;

import io.telproof.spi.ratelimit.RateLimiters;
import io.telproof.spi.time.Time;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Gives the tests of a class limiters on one Redis, closes them after each, and ends it at last.
 */
final class LimitersOnRedis implements AfterEachCallback, AfterAllCallback {
  private final List<StoreLimiters> opened = new ArrayList<>();
  private final RedisServer server;

  LimitersOnRedis(RedisServer server) {
    this.server = server;
  }

  /** New ones, which know nothing of the keys of other tests. */
  RateLimiters limiters(Time virtual) {
    StoreLimiters limiters = StoreLimiters.of(server, virtual);
    opened.add(limiters);
    return limiters;
  }

  @Override
  public void afterEach(ExtensionContext test) {
    opened.forEach(StoreLimiters::close);
    opened.clear();
  }

  @Override
  public void afterAll(ExtensionContext tests) {
    server.close();
  }
}
