package io.telproof.cli;

import com.typesafe.config.Config;
import io.telproof.client.Telproof;
import io.telproof.sandbox.Sandbox;
import io.telproof.spi.CheckType;
import java.util.Optional;

/** The way to the vendors: as configured, or else a sandbox inside this process. */
final class ClientSession implements AutoCloseable {
  private final Telproof telproof;
  private final Optional<Sandbox> sandbox;

  private ClientSession(Telproof telproof, Optional<Sandbox> sandbox) {
    this.telproof = telproof;
    this.sandbox = sandbox;
  }

  /**
   * Opens the way that the options name, for one check.
   *
   * @throws UsageException if the file cannot be read or there is no such provider
   * @throws io.telproof.client.ConfigurationException if the configuration cannot be used
   */
  static ClientSession open(AskingOptions options, CheckType check, Screen notes) {
    if (options.config().isPresent()) {
      Configuration file = Configuration.load(options.config().get());
      Config config =
          options.provider().map(name -> file.routed(check, name)).orElseGet(file::config);
      return new ClientSession(Telproof.open(config), Optional.empty());
    }
    SimulatedVendor vendor =
        options
            .provider()
            .map(ClientSession::simulated)
            .orElseGet(() -> SimulatedVendor.answering(check));
    notes.line(
        "telproof: no --config: asking the sandbox in this process, which knows no real number");
    Sandbox sandbox = Sandbox.start(vendor.open());
    try {
      Config config = vendor.config(sandbox.endpoint());
      return new ClientSession(Telproof.open(config), Optional.of(sandbox));
    } catch (RuntimeException e) {
      sandbox.close();
      throw e;
    }
  }

  private static SimulatedVendor simulated(String name) {
    return SimulatedVendor.of(name).orElseThrow(Configuration::noSuchProvider);
  }

  Telproof telproof() {
    return telproof;
  }

  @Override
  public void close() {
    telproof.close();
    sandbox.ifPresent(Sandbox::close);
  }
}
