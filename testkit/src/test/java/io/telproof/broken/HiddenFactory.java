package io.telproof.broken;

import io.telproof.spi.ProviderEnvironment;
import io.telproof.spi.VerificationProvider;
import io.telproof.spi.VerificationProviderFactory;

/** A factory that ServiceLoader cannot make. */
final class HiddenFactory implements VerificationProviderFactory<HiddenFactory.Settings> {
  record Settings() {}

  @Override
  public String type() {
    return "hidden";
  }

  @Override
  public Class<Settings> settings() {
    return Settings.class;
  }

  @Override
  public VerificationProvider open(
      String name, Settings settings, ProviderEnvironment environment) {
    throw new UnsupportedOperationException("never opened");
  }
}
