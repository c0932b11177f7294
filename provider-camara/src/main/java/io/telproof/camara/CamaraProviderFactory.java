package io.telproof.camara;

import io.telproof.spi.ProviderEnvironment;
import io.telproof.spi.VerificationProvider;
import io.telproof.spi.VerificationProviderFactory;
import io.telproof.spi.http.Credentials;
import java.util.Optional;

/**
 * Opens accounts with operators and aggregators that offer the APIs of CAMARA: {@code type =
 * camara}. Thread-safe.
 */
public final class CamaraProviderFactory implements VerificationProviderFactory<CamaraSettings> {
  /** For {@link java.util.ServiceLoader}. */
  public CamaraProviderFactory() {}

  @Override
  public String type() {
    return "camara";
  }

  @Override
  public Class<CamaraSettings> settings() {
    return CamaraSettings.class;
  }

  @Override
  public Optional<Credentials> credentials(CamaraSettings settings) {
    return settings.key().map(key -> settings.credentials());
  }

  @Override
  public VerificationProvider open(
      String name, CamaraSettings settings, ProviderEnvironment environment) {
    if (environment.credentials().isEmpty()) {
      settings.requireKey();
    }
    return new CamaraProvider(name, settings, environment);
  }
}
