package io.telproof.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;

/**
 * Asks Tencent by Telproof with a ledger in files, below the directory that {@value #DIRECTORY}
 * says. Thread-safe.
 */
public final class FileLedgerCall implements Function<String, String> {
  static final String DIRECTORY = "telproof.bench.directory";

  /** What an intent survives; unless said, the loss of power. */
  static final String SURVIVES = "telproof.bench.survives";

  private final TelproofTencentCall call;

  /** A client of this address. */
  public FileLedgerCall(String url) throws IOException {
    Path directory =
        Files.createTempDirectory(Path.of(System.getProperty(DIRECTORY, ".")), "ledger");
    this.call =
        new TelproofTencentCall(
            url, LedgerComparison.file(directory, System.getProperty(SURVIVES, "power-loss")));
  }

  @Override
  public String apply(String number) {
    return call.apply(number);
  }
}
