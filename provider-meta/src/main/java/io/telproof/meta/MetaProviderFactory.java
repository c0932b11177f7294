package io.telproof.meta;

import io.telproof.spi.ProviderEnvironment;
import io.telproof.spi.VerificationProvider;
import io.telproof.spi.VerificationProviderFactory;
import io.telproof.spi.http.Credentials;
import java.util.Optional;

/** Opens accounts with Meta: {@code type = meta}. Thread-safe. */
public final class MetaProviderFactory implements VerificationProviderFactory<MetaSettings> {
  /** For {@link java.util.ServiceLoader}. */
  public MetaProviderFactory() {}

  @Override
  public String type() {
    return "meta";
  }

  @Override
  public Class<MetaSettings> settings() {
    return MetaSettings.class;
  }

  @Override
  public Optional<Credentials> credentials(MetaSettings settings) {
    return Optional.of(settings.credentials());
  }

  @Override
  public VerificationProvider open(
      String name, MetaSettings settings, ProviderEnvironment environment) {
    return new MetaProvider(name, settings, environment);
  }
}
