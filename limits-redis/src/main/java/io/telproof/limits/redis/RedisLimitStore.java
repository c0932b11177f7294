package io.telproof.limits.redis;

import io.telproof.spi.ratelimit.ChargeCounter;
import io.telproof.spi.ratelimit.LimitStore;
import io.telproof.spi.ratelimit.LimitStoreEnvironment;
import io.telproof.spi.ratelimit.NumberRefusals;
import io.telproof.spi.ratelimit.RateLimiters;
import io.telproof.spi.time.Time;
import java.util.Optional;

/** Keeps everything on one Redis. Thread-safe. */
final class RedisLimitStore implements LimitStore {
  private static final int MOST_REFUSALS = 1_000_000;

  private final RedisConnection connection;
  private final String meanwhile;
  private final RedisRateLimiters rateLimiters;
  private final RedisChargeCounter charges;
  private final RedisNumberRefusals refusals;

  private RedisLimitStore(
      RedisLimitStoreSettings settings, LimitStoreEnvironment environment, ScriptClock clock) {
    Time time = environment.time();
    this.meanwhile = meanwhile(settings);
    this.connection = new RedisConnection(settings, environment, meanwhile);
    this.rateLimiters = new RedisRateLimiters(settings, connection, time, clock);
    this.charges = new RedisChargeCounter(settings.keyPrefix(), connection, time, clock);
    this.refusals =
        new RedisNumberRefusals(
            LimitStore.local(time).refusals(),
            settings.keyPrefix(),
            connection,
            time,
            MOST_REFUSALS);
  }

  /** Opens one, and begins to connect. */
  static RedisLimitStore open(
      RedisLimitStoreSettings settings, LimitStoreEnvironment environment, ScriptClock clock) {
    RedisLimitStore store = new RedisLimitStore(settings, environment, clock);
    store.connection.add(store.rateLimiters);
    store.connection.add(store.charges);
    store.connection.start();
    return store;
  }

  private static String meanwhile(RedisLimitStoreSettings settings) {
    return settings
        .share()
        .map(
            share ->
                "once what was given before is over, this process keeps to one of "
                    + share
                    + " parts of each limit, and no budget is spent, until it is back")
        .orElse("there are no permits and no budget is spent until it is back");
  }

  @Override
  public RateLimiters rateLimiters() {
    return rateLimiters;
  }

  @Override
  public ChargeCounter charges() {
    return charges;
  }

  @Override
  public NumberRefusals refusals() {
    return refusals;
  }

  @Override
  public Optional<String> away() {
    return connection
        .whyAway()
        .map(why -> "the limits' Redis cannot be asked (" + why + "); " + meanwhile);
  }

  @Override
  public void close() {
    connection.close();
  }
}
