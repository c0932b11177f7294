package io.telproof.limits.redis;

import io.telproof.Sensitive;
import io.telproof.limits.redis.RedisLimitStoreSettings.Away;
import io.telproof.spi.http.CaFile;
import java.time.Duration;
import java.util.Optional;

/** Settings for tests, which are put together one after the other. */
final class StoreSettings {
  private final RedisUrl url;
  private Optional<Boolean> cluster = Optional.empty();
  private Optional<Sensitive> user = Optional.empty();
  private Optional<Sensitive> password = Optional.empty();
  private Optional<CaFile> caFile = Optional.empty();
  private Optional<String> prefix = Optional.empty();
  private Optional<Away> away = Optional.empty();
  private Optional<Integer> share = Optional.empty();
  private Optional<Duration> commandTimeout = Optional.empty();
  private Optional<Duration> hold = Optional.empty();

  private StoreSettings(String url) {
    this.url = RedisUrl.of(url);
  }

  static StoreSettings of(String url) {
    return new StoreSettings(url);
  }

  StoreSettings cluster() {
    cluster = Optional.of(true);
    return this;
  }

  StoreSettings user(String name) {
    user = Optional.of(Sensitive.of(name));
    return this;
  }

  StoreSettings password(String secret) {
    password = Optional.of(Sensitive.of(secret));
    return this;
  }

  StoreSettings caFile(CaFile file) {
    caFile = Optional.of(file);
    return this;
  }

  StoreSettings prefix(String text) {
    prefix = Optional.of(text);
    return this;
  }

  StoreSettings share(int parts) {
    away = Optional.of(Away.SHARE);
    share = Optional.of(parts);
    return this;
  }

  StoreSettings commandTimeout(Duration timeout) {
    commandTimeout = Optional.of(timeout);
    return this;
  }

  StoreSettings hold(Duration time) {
    hold = Optional.of(time);
    return this;
  }

  /** So short that a test can wait for what comes after it, and long enough for a slow machine. */
  StoreSettings quick() {
    return commandTimeout(Duration.ofMillis(500)).hold(Duration.ofMillis(600));
  }

  RedisLimitStoreSettings settings() {
    return new RedisLimitStoreSettings(
        url, cluster, user, password, caFile, prefix, away, share, commandTimeout, hold);
  }
}
