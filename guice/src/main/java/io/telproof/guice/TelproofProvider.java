package io.telproof.guice;

import com.google.inject.Provider;
import com.google.inject.ProvisionException;
import com.google.inject.spi.Message;
import com.typesafe.config.Config;
import io.telproof.client.ConfigurationException;
import io.telproof.client.Telproof;
import io.telproof.client.TelproofBuilder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Opens the client of one injector. */
final class TelproofProvider implements Provider<Telproof> {
  private final Config config;
  private final Provider<OptionalBindings> contributions;
  private @Nullable Telproof opened;

  TelproofProvider(Config config, Provider<OptionalBindings> contributions) {
    this.config = config;
    this.contributions = contributions;
  }

  @Override
  public Telproof get() {
    TelproofBuilder builder = Telproof.builder(config);
    // Only now, inside the singleton's own making: so Guice sees the circle where a contribution
    // asks for a check, instead of opening a client without it.
    contributions.get().addTo(builder);
    try {
      Telproof telproof = builder.open();
      opened = telproof;
      return telproof;
    } catch (ConfigurationException e) {
      throw new ProvisionException(List.of(new Message(e.getMessage(), e)));
    }
  }

  /** Closes what was opened for an injector that will not be. */
  void abandon() {
    if (opened != null) {
      opened.close();
    }
  }
}
