package io.telproof.testkit.ledger;

import io.telproof.spi.ledger.Ledger;
import io.telproof.spi.ledger.LedgerReader;
import io.telproof.spi.ledger.MemoryLedgers;
import io.telproof.spi.time.Time;

class MemoryLedgersContractTest extends LedgerContract {
  private final MemoryLedgers place = new MemoryLedgers();

  @Override
  protected Ledger open(Time virtual) {
    return place.open(virtual);
  }

  @Override
  protected LedgerReader read(Time virtual) {
    return place.open(virtual);
  }

  @Override
  protected void end(Ledger ledger) {
    place.end(ledger);
  }
}
