package io.telproof.cli;

import com.typesafe.config.Config;
import io.telproof.client.Telproof;
import io.telproof.sandbox.Sandbox;
import io.telproof.spi.Capability;
import java.util.Optional;

/** The way to the vendors: as configured, or else a sandbox inside this process. */
final class Access implements AutoCloseable {
  private final Telproof telproof;
  private final Optional<Sandbox> sandbox;

  private Access(Telproof telproof, Optional<Sandbox> sandbox) {
    this.telproof = telproof;
    this.sandbox = sandbox;
  }

  /**
   * Opens the way that the options name, for one check.
   *
   * @throws Unusable if the file cannot be read or there is no such provider
   * @throws io.telproof.client.ConfigurationException if the configuration cannot be used
   */
  static Access open(AskingOptions options, Capability check, Screen notes) {
    if (options.config().isPresent()) {
      Configuration file = Configuration.load(options.config().get());
      Config config =
          options.provider().map(name -> file.routed(check, name)).orElseGet(file::config);
      return new Access(Telproof.open(config), Optional.empty());
    }
    SimulatedVendor vendor =
        options.provider().map(Access::simulated).orElseGet(() -> SimulatedVendor.answering(check));
    notes.line(
        "telproof: no --config: asking the sandbox in this process, which knows no real number");
    Sandbox sandbox = Sandbox.start(vendor.open());
    try {
      Config config = vendor.config(sandbox.endpoint());
      return new Access(Telproof.open(config), Optional.of(sandbox));
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
