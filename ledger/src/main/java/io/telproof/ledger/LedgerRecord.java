package io.telproof.ledger;

import io.telproof.Receipt;
import io.telproof.Sensitive;
import io.telproof.spi.ledger.Intent;
import io.telproof.spi.ledger.Settlement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What one record of a file says. */
sealed interface LedgerRecord {
  /** From here on another owner writes. */
  record OwnerStart(Instant at) implements LedgerRecord {}

  /** A question is about to be asked. */
  record IntentRecord(Intent intent) implements LedgerRecord {}

  /**
   * What came of it.
   *
   * @param intent where the intent's record is
   */
  record SettlementRecord(Settlement settlement, long intent) implements LedgerRecord {}

  /** What came of a key. */
  record Conclusion(
      String key, String outcome, Receipt receipt, Optional<Sensitive> answer, Instant until)
      implements LedgerRecord {}

  /**
   * The owner has closed the ledger: what stands before it is on the disk.
   *
   * @param open where the intents are that have no end
   */
  record OwnerEnd(List<Long> open) implements LedgerRecord {
    public OwnerEnd {
      open = List.copyOf(open);
    }
  }
}
