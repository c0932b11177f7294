package io.telproof.tencent;

import io.telproof.spi.ProviderEnvironment;
import io.telproof.spi.VerificationProvider;
import io.telproof.spi.VerificationProviderFactory;
import io.telproof.spi.http.Credentials;
import java.util.Optional;

/** Opens accounts with Tencent Cloud: {@code type = tencent}. Thread-safe. */
public final class TencentProviderFactory implements VerificationProviderFactory<TencentSettings> {
  /** For {@link java.util.ServiceLoader}. */
  public TencentProviderFactory() {}

  @Override
  public String type() {
    return "tencent";
  }

  @Override
  public Class<TencentSettings> settings() {
    return TencentSettings.class;
  }

  @Override
  public Optional<Credentials> credentials(TencentSettings settings) {
    return Optional.of(settings.credentials());
  }

  @Override
  public VerificationProvider open(
      String name, TencentSettings settings, ProviderEnvironment environment) {
    return new TencentProvider(name, settings, environment);
  }
}
