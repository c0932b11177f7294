package io.telproof.cli;

import io.telproof.client.Ledgers;
import io.telproof.spi.ledger.Ledger;
import io.telproof.spi.ledger.LedgerException;
import io.telproof.spi.ledger.LedgerReader;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The options of every command that looks at a ledger, and the way to it. */
final class LedgerOptions {
  @Option(names = "--json", description = "Print one JSON object.")
  private boolean json;

  @Option(
      names = "--config",
      paramLabel = "FILE",
      required = true,
      description = "The application's configuration, as HOCON. Only its ledger is looked at.")
  private Path config = Path.of("");

  boolean json() {
    return json;
  }

  /** What is done with a ledger. */
  @FunctionalInterface
  interface Use<L, T> {
    T of(L ledger) throws LedgerException;
  }

  /**
   * Looks at the ledger of the configuration.
   *
   * @throws UsageException if it cannot be read
   * @throws io.telproof.client.ConfigurationException if the configuration has none
   */
  <T> T read(Use<LedgerReader, T> use) {
    try (LedgerReader ledger = Ledgers.read(Configuration.load(config).config())) {
      return use.of(ledger);
    } catch (LedgerException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }

  /**
   * Writes in the ledger of the configuration.
   *
   * @throws UsageException if it cannot be written
   * @throws io.telproof.client.ConfigurationException if the configuration has none
   */
  <T> T write(Use<Ledger, T> use) {
    try (Ledger ledger = Ledgers.open(Configuration.load(config).config())) {
      return use.of(ledger);
    } catch (LedgerException e) {
      throw new UsageException(String.valueOf(e.getMessage()));
    }
  }
}
