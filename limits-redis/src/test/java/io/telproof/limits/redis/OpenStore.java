package io.telproof.limits.redis;

import io.telproof.spi.ratelimit.ChargeCounter;
import io.telproof.spi.ratelimit.LimitStoreEnvironment;
import io.telproof.spi.ratelimit.NumberRefusals;
import io.telproof.spi.ratelimit.RateLimiter;
import io.telproof.spi.ratelimit.RateLimits;
import io.telproof.spi.time.Time;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** A store as a process has it, by the real clocks unless said, and what it says of Redis. */
final class OpenStore implements AutoCloseable {
  private final List<Boolean> availability = new CopyOnWriteArrayList<>();
  private final RedisLimitStore store;

  OpenStore(StoreSettings settings) {
    this(settings, Time.system(), ScriptClock.REDIS);
  }

  /** By a time that is moved by hand. */
  OpenStore(StoreSettings settings, Time virtual) {
    this(settings, virtual, ScriptClock.of(virtual));
  }

  private OpenStore(StoreSettings settings, Time time, ScriptClock clock) {
    this.store =
        RedisLimitStore.open(
            settings.settings(), new LimitStoreEnvironment(time, availability::add), clock);
  }

  /** Whether Redis was lost or is back, as often as it was told. */
  List<Boolean> availability() {
    return List.copyOf(availability);
  }

  RateLimiter limiter(String key, RateLimits limits) {
    return store.rateLimiters().limiter(key, limits);
  }

  ChargeCounter charges() {
    return store.charges();
  }

  Optional<String> away() {
    return store.away();
  }

  NumberRefusals refusals() {
    return store.refusals();
  }

  void untilAvailable() {
    RedisServer.until(this::isAvailable);
  }

  void untilAway() {
    RedisServer.until(() -> !isAvailable());
  }

  private boolean isAvailable() {
    return store.charges().used("nothing", LocalDate.EPOCH).isPresent();
  }

  @Override
  public void close() {
    store.close();
  }
}
