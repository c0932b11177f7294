package io.telproof.limits.redis;

import io.telproof.spi.ratelimit.RateLimits;

/**
 * Asks Redis for a permit of a limit that nobody needs, by everything that a real one takes: a
 * Redis that is full, read-only, loading, or lets this user do too little is not there.
 */
final class Probe {
  private static final String[] UNLIMITED = {"1000000000", "1"};

  private final LimiterKeys keys;
  private final String id = ProcessId.random();

  Probe(String prefix) {
    this.keys = LimiterKeys.of(prefix, "probe", RateLimits.perSecond(1));
  }

  void run(RedisConnection connection) throws InterruptedException, RedisAwayException {
    Object unused =
        connection.reply(
            connection.run(
                Script.TAKE,
                keys.all(),
                "",
                "0",
                "",
                id,
                "0",
                "0",
                "0",
                "0",
                "0",
                "0",
                "",
                UNLIMITED[0],
                UNLIMITED[1]));
    Object unusedEnd = connection.reply(connection.run(Script.LEAVE, keys.places(), id));
  }
}
