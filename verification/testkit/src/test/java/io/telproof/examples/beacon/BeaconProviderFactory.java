package io.telproof.examples.beacon;

import io.telproof.spi.ProviderEnvironment;
import io.telproof.spi.VerificationProvider;
import io.telproof.spi.VerificationProviderFactory;
import io.telproof.spi.http.Credentials;
import java.util.Optional;

/** Opens accounts with Beacon: {@code type = beacon}. Thread-safe. */
public final class BeaconProviderFactory implements VerificationProviderFactory<BeaconSettings> {
  /** For {@link java.util.ServiceLoader}. */
  public BeaconProviderFactory() {}

  @Override
  public String type() {
    return "beacon";
  }

  @Override
  public Class<BeaconSettings> settings() {
    return BeaconSettings.class;
  }

  @Override
  public Optional<Credentials> credentials(BeaconSettings settings) {
    return Optional.of(settings.credentials());
  }

  @Override
  public VerificationProvider open(
      String name, BeaconSettings settings, ProviderEnvironment environment) {
    return new BeaconProvider(name, new BeaconApi(name, settings, environment));
  }
}
