package io.telproof.limits.redis;

import io.telproof.Sensitive;
import io.telproof.limits.redis.RedisLimitStoreSettings.Away;
import io.telproof.spi.http.CaFile;
import java.time.Duration;
import java.util.Optional;

/** Settings for tests, one after the other. */
record StoreSettings(RedisLimitStoreSettings settings) {
  static StoreSettings of(String url) {
    return new StoreSettings(
        new RedisLimitStoreSettings(
            RedisUrl.of(url),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));
  }

  StoreSettings cluster() {
    return with(
        Optional.of(true),
        settings.user(),
        settings.password(),
        settings.caFile(),
        settings.prefix(),
        settings.away(),
        settings.share(),
        settings.hold());
  }

  StoreSettings user(String user, String password) {
    return with(
        settings.cluster(),
        Optional.of(user),
        Optional.of(Sensitive.of(password)),
        settings.caFile(),
        settings.prefix(),
        settings.away(),
        settings.share(),
        settings.hold());
  }

  StoreSettings caFile(CaFile file) {
    return with(
        settings.cluster(),
        settings.user(),
        settings.password(),
        Optional.of(file),
        settings.prefix(),
        settings.away(),
        settings.share(),
        settings.hold());
  }

  StoreSettings prefix(String prefix) {
    return with(
        settings.cluster(),
        settings.user(),
        settings.password(),
        settings.caFile(),
        Optional.of(prefix),
        settings.away(),
        settings.share(),
        settings.hold());
  }

  StoreSettings share(int parts) {
    return with(
        settings.cluster(),
        settings.user(),
        settings.password(),
        settings.caFile(),
        settings.prefix(),
        Optional.of(Away.SHARE),
        Optional.of(parts),
        settings.hold());
  }

  StoreSettings hold(Duration hold) {
    return with(
        settings.cluster(),
        settings.user(),
        settings.password(),
        settings.caFile(),
        settings.prefix(),
        settings.away(),
        settings.share(),
        Optional.of(hold));
  }

  private StoreSettings with(
      Optional<Boolean> cluster,
      Optional<String> user,
      Optional<Sensitive> password,
      Optional<CaFile> caFile,
      Optional<String> prefix,
      Optional<Away> away,
      Optional<Integer> share,
      Optional<Duration> hold) {
    return new StoreSettings(
        new RedisLimitStoreSettings(
            settings.url(),
            cluster,
            user,
            password,
            caFile,
            prefix,
            away,
            share,
            settings.commandTimeout(),
            hold));
  }
}
