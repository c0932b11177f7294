package io.telproof.twilio;

import io.telproof.spi.ProviderEnvironment;
import io.telproof.spi.VerificationProvider;
import io.telproof.spi.VerificationProviderFactory;
import io.telproof.spi.http.Credentials;
import java.util.Optional;

/** Opens accounts with Twilio: {@code type = twilio}. Thread-safe. */
public final class TwilioProviderFactory implements VerificationProviderFactory<TwilioSettings> {
  /** For {@link java.util.ServiceLoader}. */
  public TwilioProviderFactory() {}

  @Override
  public String type() {
    return "twilio";
  }

  @Override
  public Class<TwilioSettings> settings() {
    return TwilioSettings.class;
  }

  @Override
  public Optional<Credentials> credentials(TwilioSettings settings) {
    return Optional.of(settings.credentials());
  }

  @Override
  public VerificationProvider open(
      String name, TwilioSettings settings, ProviderEnvironment environment) {
    return new TwilioProvider(name, settings, environment);
  }
}
