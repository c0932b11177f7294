package io.telproof.limits.redis;

import io.telproof.spi.ratelimit.LimitStoreEnvironment;
import io.telproof.spi.ratelimit.RateLimiter;
import io.telproof.spi.ratelimit.RateLimiters;
import io.telproof.spi.ratelimit.RateLimits;
import io.telproof.spi.time.Time;
import java.time.LocalDate;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Limiters on a Redis that knows their keys from before, where time is moved by hand: what is new
 * to it would be closed for a while.
 */
final class StoreLimiters implements RateLimiters, AutoCloseable {
  private static final AtomicInteger COUNT = new AtomicInteger();

  private final RedisServer server;
  private final String prefix;
  private final RedisLimitStore store;

  private StoreLimiters(RedisServer server, Time virtual, String prefix) {
    this.server = server;
    this.prefix = prefix;
    this.store =
        RedisLimitStore.open(
            StoreSettings.of(server.url()).prefix(prefix).settings(),
            new LimitStoreEnvironment(virtual, available -> {}),
            ScriptClock.of(virtual));
    untilConnected(store);
  }

  /** With keys that no other test has. */
  static StoreLimiters of(RedisServer server, Time virtual) {
    return new StoreLimiters(server, virtual, "test-" + COUNT.incrementAndGet());
  }

  /** Another process at the same keys. */
  StoreLimiters another(Time virtual) {
    return new StoreLimiters(server, virtual, prefix);
  }

  static void untilConnected(RedisLimitStore store) {
    RedisServer.until(() -> store.charges().used("connected", LocalDate.EPOCH).isPresent());
  }

  @Override
  public RateLimiter limiter(String key, RateLimits limits) {
    server.open(prefix, key);
    return store.rateLimiters().limiter(key, limits);
  }

  @Override
  public void close() {
    store.close();
  }
}
