package io.telproof.examples.acme;

import io.telproof.spi.ProviderEnvironment;
import io.telproof.spi.VerificationProvider;
import io.telproof.spi.VerificationProviderFactory;
import io.telproof.spi.http.Credentials;
import java.util.Optional;

/** Opens accounts with Acme: {@code type = acme}. Thread-safe. */
public final class AcmeProviderFactory implements VerificationProviderFactory<AcmeSettings> {
  /** For {@link java.util.ServiceLoader}. */
  public AcmeProviderFactory() {}

  @Override
  public String type() {
    return "acme";
  }

  @Override
  public Class<AcmeSettings> settings() {
    return AcmeSettings.class;
  }

  @Override
  public Optional<Credentials> credentials(AcmeSettings settings) {
    return Optional.of(settings.credentials());
  }

  @Override
  public VerificationProvider open(
      String name, AcmeSettings settings, ProviderEnvironment environment) {
    return new AcmeProvider(name, new AcmeApi(name, settings, environment));
  }
}
