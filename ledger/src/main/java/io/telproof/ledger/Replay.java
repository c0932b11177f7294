package io.telproof.ledger;

import io.telproof.Charge;
import io.telproof.ledger.LedgerRecord.Conclusion;
import io.telproof.ledger.LedgerRecord.IntentRecord;
import io.telproof.ledger.LedgerRecord.SettlementRecord;
import io.telproof.spi.ledger.Intent;
import io.telproof.spi.ledger.Settlement;
import java.io.IOException;
import java.util.Optional;

/**
 * What is to be known of the records in order to write on: the intents without an end, and where
 * the record is that decides about each key. It is the same whether records are read or written.
 * For one thread at a time.
 */
final class Replay {
  private final OpenIntents open;
  private final KeyIndex index;

  Replay(OpenIntents open, KeyIndex index) {
    this.open = open;
    this.index = index;
  }

  OpenIntents open() {
    return open;
  }

  KeyIndex index() {
    return index;
  }

  /** Notes an intent. */
  void intent(IntentRecord record, long address, boolean owned) {
    open.add(record.intent(), address, owned);
  }

  /**
   * Notes what came of an intent that is open.
   *
   * @throws IOException if there is no room for its key
   */
  void settlement(SettlementRecord record, long address) throws IOException {
    Settlement settlement = record.settlement();
    Optional<OpenIntents.OpenIntent> settled = open.get(settlement.id());
    if (settled.isEmpty()) {
      return;
    }
    open.remove(settled.get());
    Optional<String> key = settled.map(OpenIntents.OpenIntent::intent).flatMap(Intent::key);
    if (key.isPresent() && decides(settlement)) {
      index.put(key.get(), address);
    }
  }

  /** What was free leaves its key free, and so does a person's word. */
  private static boolean decides(Settlement settlement) {
    return settlement.charge() != Charge.FREE && !settlement.outcome().equals(Settlement.DISMISSED);
  }

  /**
   * Notes what came of a key.
   *
   * @throws IOException if there is no room for it
   */
  void conclusion(Conclusion record, long address) throws IOException {
    index.put(record.key(), address);
  }
}
