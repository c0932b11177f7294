package io.telproof.limits.redis;

import io.telproof.spi.ratelimit.LimitStore;
import io.telproof.spi.ratelimit.LimitStoreEnvironment;
import io.telproof.spi.ratelimit.LimitStoreFactory;
import io.telproof.spi.ratelimit.RateLimits;
import java.util.Map;
import java.util.Optional;

/**
 * Keeps limits, budgets and refusals on Redis, for all processes that share an account: {@code
 * telproof.limits.kept = redis}. Thread-safe.
 *
 * <p>What is promised, as long as Redis keeps its data and its clock is not set:
 *
 * <ul>
 *   <li>In any window of a limit's period no more requests reach the vendor than the limit has
 *       permits, whatever processes send them. A permit is a lease that ends one period and the
 *       travel after the request was sent; one that nothing is heard of ends after {@code hold},
 *       the period and the travel. A permit is not valid once {@code hold} has passed since it was
 *       asked for, so that a process that stood still cannot use it late.
 *   <li>Permits are given in the order of asking, over all processes; who asks while a limiter
 *       gives nothing has its turn by rounds, the first caller of each process before the second
 *       ones. Who waits sleeps until its turn, and looks halfway, and every five seconds, whether
 *       those before it are still there. The place of a process that died is free 200 ms after it
 *       was to look again.
 *   <li>A day's budget is never exceeded.
 * </ul>
 *
 * <p>Where Redis was restarted, was failed over, or is new, limiters give nothing for {@code hold},
 * the longest period of up to a minute, and the travel: so long can what was given before still
 * count at the vendor. For longer periods each process remembers its own requests and puts them
 * back; budgets likewise, within two seconds. What is lost then is what a process counted that has
 * itself ended, where Redis has lost its data too. A Redis that drops data for want of memory (any
 * {@code maxmemory-policy} but {@code noeviction}) keeps no limit, and two masters that do not see
 * each other keep one each.
 *
 * <p>Where Redis cannot be asked, {@code away} says what is done. {@code refuse}: there is no
 * permit, at once. {@code share}: each process keeps to its part of each limit by itself, once what
 * was given before is over; that is exact where all processes have lost Redis, and one that has
 * lost it alone sends its part on top of what the others send. No budget is spent meanwhile.
 */
public final class RedisLimitStoreFactory implements LimitStoreFactory<RedisLimitStoreSettings> {
  /** For {@link java.util.ServiceLoader}. */
  public RedisLimitStoreFactory() {}

  @Override
  public String kept() {
    return "redis";
  }

  @Override
  public Class<RedisLimitStoreSettings> settings() {
    return RedisLimitStoreSettings.class;
  }

  @Override
  public Map<String, String> defaults() {
    return RedisLimitStoreSettings.DEFAULTS;
  }

  @Override
  public Optional<String> note(RedisLimitStoreSettings settings, RateLimits limits) {
    return settings
        .share()
        .flatMap(
            parts ->
                ProcessShare.tooSmall(limits, parts)
                    .map(
                        limit ->
                            "share = "
                                + parts
                                + " leaves each process nothing of "
                                + limit
                                + ": while Redis is away nothing is asked under this limit, and what"
                                + " would be is THROTTLED"));
  }

  @Override
  public LimitStore open(RedisLimitStoreSettings settings, LimitStoreEnvironment environment) {
    return RedisLimitStore.open(settings, environment, ScriptClock.REDIS);
  }
}
