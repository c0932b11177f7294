package io.telproof.limits.trial;

import io.lettuce.core.RedisClient;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.api.StatefulRedisConnection;
import io.telproof.spi.ratelimit.RateLimit;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A moment at which everything that was sent before became older: no clock can be moved on a real
 * Redis, so the ends of the leases are.
 *
 * @param at the moment, by {@link System#nanoTime}
 * @param by how much older
 */
record DayShift(long at, Duration by) {
  /** Every lease that ends more than an hour from now is a day's. */
  private static final String SCRIPT =
      """
      local t = redis.call('TIME')
      local later = (t[1] + 3600) * 1000000
      local moved = 0
      for _, key in ipairs(redis.call('KEYS', '*')) do
        if redis.call('TYPE', key).ok == 'zset' then
          local leases = redis.call('ZRANGEBYSCORE', key, later, '+inf', 'WITHSCORES')
          for i = 1, #leases, 2 do
            redis.call('ZADD', key, string.format('%.0f', leases[i + 1] - ARGV[1]), leases[i])
            moved = moved + 1
          end
        end
      end
      return moved
      """;

  /** Moves them now. */
  static DayShift now(String redisUrl, Duration by) {
    RedisClient client = RedisClient.create(redisUrl);
    try (StatefulRedisConnection<String, String> connection = client.connect()) {
      // What is given from now on has a slot that this has freed: nothing was under way before.
      long at = System.nanoTime();
      Long moved =
          connection
              .sync()
              .eval(
                  SCRIPT,
                  ScriptOutputType.INTEGER,
                  new String[0],
                  Long.toString(TimeUnit.NANOSECONDS.toMicros(by.toNanos())));
      if (moved == 0) {
        throw new IllegalStateException("there is no lease of a day on this Redis");
      }
      return new DayShift(at, by);
    } finally {
      client.shutdown(0, 1, TimeUnit.SECONDS);
    }
  }

  /** The requests as this limit has to see them: a short one does not know of days. */
  List<Span> seenBy(RateLimit limit, List<Span> spans) {
    if (limit.period().compareTo(by) < 0) {
      return spans;
    }
    return spans.stream()
        .map(span -> span.granted() < at ? span.earlier(by.toNanos()) : span)
        .toList();
  }
}
