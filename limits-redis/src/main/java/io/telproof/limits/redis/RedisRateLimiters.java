package io.telproof.limits.redis;

import io.telproof.spi.ratelimit.RateLimiter;
import io.telproof.spi.ratelimit.RateLimiters;
import io.telproof.spi.ratelimit.RateLimits;
import io.telproof.spi.time.Time;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;

/** Keeps a {@link RedisRateLimiter} for each key. Thread-safe. */
final class RedisRateLimiters implements RateLimiters, RedisConnection.Listener {
  private final ConcurrentMap<String, RedisRateLimiter> limiters = new ConcurrentHashMap<>();
  private final String process = ProcessId.random();
  private final AtomicLong asked = new AtomicLong();
  private final RedisLimitStoreSettings settings;
  private final RedisConnection connection;
  private final Time time;
  private final ScriptClock clock;

  RedisRateLimiters(
      RedisLimitStoreSettings settings, RedisConnection connection, Time time, ScriptClock clock) {
    this.settings = settings;
    this.connection = connection;
    this.time = time;
    this.clock = clock;
  }

  @Override
  public RateLimiter limiter(String key, RateLimits limits) {
    RedisRateLimiter limiter =
        limiters.computeIfAbsent(
            key,
            unseen ->
                new RedisRateLimiter(
                    LimiterKeys.of(settings.keyPrefix(), key, limits),
                    limits,
                    settings,
                    connection,
                    time,
                    clock,
                    this::newId));
    limiter.limits().requireSame(key, limits);
    return limiter;
  }

  private String newId() {
    return process + "-" + Long.toString(asked.incrementAndGet(), Character.MAX_RADIX);
  }

  @Override
  public void beat() throws RedisAwayException, InterruptedException {
    for (RedisRateLimiter each : limiters.values()) {
      each.beat();
    }
  }

  @Override
  public void returning() throws RedisAwayException, InterruptedException {
    for (RedisRateLimiter each : limiters.values()) {
      each.returning();
    }
  }

  @Override
  public void changed() {
    limiters.values().forEach(RedisRateLimiter::changed);
  }
}
