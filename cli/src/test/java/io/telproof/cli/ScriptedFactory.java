package io.telproof.cli;

import io.telproof.spi.ProviderEnvironment;
import io.telproof.spi.VerificationProvider;
import io.telproof.spi.VerificationProviderFactory;

/** Found by the service loader in tests alone. */
public final class ScriptedFactory implements VerificationProviderFactory<ScriptedSettings> {
  /** For the service loader. */
  public ScriptedFactory() {}

  @Override
  public String type() {
    return "scripted";
  }

  @Override
  public Class<ScriptedSettings> settings() {
    return ScriptedSettings.class;
  }

  @Override
  public VerificationProvider open(
      String name, ScriptedSettings settings, ProviderEnvironment environment) {
    return new ScriptedProvider(name, settings, environment);
  }
}
