package io.telproof.ledger;

import io.telproof.spi.ledger.Ledger;
import io.telproof.spi.ledger.LedgerException;
import io.telproof.spi.ledger.LedgerReader;
import io.telproof.spi.time.Time;
import io.telproof.testkit.ledger.LedgerContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** What every keeper promises, in files so small that a test goes through several. */
final class FileLedgerContractTest extends LedgerContract {
  @TempDir private Path directory;

  private FileLedgerSettings settings() {
    return Questions.in(directory, 2000);
  }

  @Override
  protected Ledger open(Time virtual) throws LedgerException {
    return new FileLedgerFactory().open(settings(), virtual);
  }

  @Override
  protected LedgerReader read(Time virtual) throws LedgerException {
    return new FileLedgerFactory().read(settings(), virtual);
  }

  @Override
  protected void end(Ledger ledger) {
    ((FileLedger) ledger).abandon();
  }
}
