package io.telproof.cli;

import io.telproof.Check;
import io.telproof.Receipt;
import io.telproof.client.Checks;
import io.telproof.client.ConfigurationException;
import io.telproof.client.Problem;
import io.telproof.client.Telproof;
import io.telproof.sandbox.Sandbox;
import io.telproof.spi.CheckType;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The way to the vendors: as configured, or else a sandbox inside this process. */
final class ClientSession implements AutoCloseable {
  private final Telproof telproof;
  private final Optional<String> provider;
  private final Optional<Sandbox> sandbox;

  private ClientSession(Telproof telproof, Optional<String> provider, Optional<Sandbox> sandbox) {
    this.telproof = telproof;
    this.provider = provider;
    this.sandbox = sandbox;
  }

  /**
   * Opens the way that the options name.
   *
   * @throws UsageException if the file cannot be read, or there is no such sandbox
   * @throws io.telproof.client.ConfigurationException if the configuration cannot be used
   */
  static ClientSession open(AskingOptions options, Screen notes) {
    if (options.config().isPresent()) {
      Configuration file = Configuration.load(options.config().get());
      return new ClientSession(Telproof.open(file.config()), options.provider(), Optional.empty());
    }
    options.provider().ifPresent(ClientSession::refuseUnknown);
    notes.line(
        "telproof: no --config: asking the sandbox in this process, which knows no real number");
    Sandbox sandbox = Sandbox.start(SimulatedVendor.openAll());
    try {
      return inSandbox(sandbox, options.provider());
    } catch (RuntimeException e) {
      sandbox.close();
      throw e;
    }
  }

  private static ClientSession inSandbox(Sandbox sandbox, Optional<String> provider) {
    Telproof telproof = Telproof.open(SimulatedVendor.all(sandbox.endpoint()));
    return new ClientSession(telproof, provider, Optional.of(sandbox));
  }

  private static void refuseUnknown(String name) {
    if (SimulatedVendor.of(name).isEmpty()) {
      throw noSuchProvider(
          Arrays.stream(SimulatedVendor.values()).map(SimulatedVendor::word).toList());
    }
  }

  /**
   * The checks of the provider that the options name; as they are routed where they name none.
   *
   * @throws UsageException if there is no such provider, or it does not offer this check
   */
  Checks checks(CheckType check) {
    if (provider.isEmpty()) {
      return telproof;
    }
    Collection<String> configured = telproof.offers().keySet();
    if (!configured.contains(provider.get())) {
      throw noSuchProvider(configured);
    }
    Checks only = telproof.only(provider.get());
    try {
      Check<?, ?> unused = only.check(check);
      return only;
    } catch (ConfigurationException e) {
      // It is the option that is to be mended, and not a file.
      throw new UsageException(
          "--provider: "
              + e.problems().stream().map(Problem::says).collect(Collectors.joining("; ")));
    }
  }

  /**
   * Why whom a receipt names was not asked this question; empty where the vendor was asked. Holds
   * nothing of the question.
   */
  Optional<String> objection(CheckType check, Object query, Receipt receipt) {
    if (!receipt.isUnsent()) {
      return Optional.empty();
    }
    return Optional.of(
            telproof.offers().getOrDefault(receipt.provider(), List.of()).stream()
                .filter(offer -> offer.check() == check)
                .flatMap(offer -> offer.objection(query).stream())
                .collect(Collectors.joining("; ")))
        .filter(why -> !why.isEmpty());
  }

  /** The names are the file's; what was typed is not repeated. */
  private static UsageException noSuchProvider(Collection<String> configured) {
    return new UsageException(
        "--provider: no provider of that name is configured; expected one of "
            + String.join(", ", configured));
  }

  @Override
  public void close() {
    telproof.close();
    sandbox.ifPresent(Sandbox::close);
  }
}
