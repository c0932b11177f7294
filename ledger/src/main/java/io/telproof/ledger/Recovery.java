package io.telproof.ledger;

import io.telproof.ledger.LedgerRecord.Conclusion;
import io.telproof.ledger.LedgerRecord.IntentRecord;
import io.telproof.ledger.LedgerRecord.OwnerEnd;
import io.telproof.ledger.LedgerRecord.SettlementRecord;
import io.telproof.spi.ledger.LedgerException;
import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;

/**
 * What an owner finds who opens a directory.
 *
 * @param segments as they are
 * @param end where the next record is written; 0 where there is nothing
 * @param ledger the ledger's own number
 * @param state what is to be known of the records
 */
record Recovery(List<Segment> segments, long end, long ledger, Replay state) {
  /**
   * Looks at what is there: at all of it, unless it was closed in order.
   *
   * @throws LedgerException if it is damaged
   */
  static Recovery of(Path directory, RecordReads reads) throws IOException, LedgerException {
    JournalScan scan = new JournalScan(directory);
    Optional<Long> known = scan.readLedger();
    try {
      Optional<Recovery> quick =
          known.isEmpty() ? Optional.empty() : afterOrderlyEnd(directory, scan, known.get(), reads);
      if (quick.isPresent()) {
        return quick.get();
      }
    } catch (LedgerException e) {
      // Reading all of it tells what is wrong, and whether it is.
    }
    return byReadingAll(directory, scan, known);
  }

  private static Optional<Recovery> afterOrderlyEnd(
      Path directory, JournalScan scan, long ledger, RecordReads reads)
      throws IOException, LedgerException {
    long end = scan.fileEnd();
    Optional<KeyIndex> index = KeyIndex.open(directory, ledger, scan.first(), end);
    if (index.isEmpty() || !(reads.at(index.get().ownerEnd()) instanceof OwnerEnd last)) {
      return Optional.empty();
    }
    OpenIntents open = new OpenIntents();
    for (long address : last.open()) {
      if (!(reads.at(address) instanceof IntentRecord intent)) {
        return Optional.empty();
      }
      open.add(intent.intent(), address, false);
    }
    return Optional.of(new Recovery(scan.segments(), end, ledger, new Replay(open, index.get())));
  }

  private static Recovery byReadingAll(Path directory, JournalScan scan, Optional<Long> known)
      throws IOException, LedgerException {
    long ledger = known.orElseGet(() -> new SecureRandom().nextLong());
    Replay state = new Replay(new OpenIntents(), KeyIndex.create(directory, ledger, scan.first()));
    long end = scan.run(type -> true, (address, record) -> note(record, address, state));
    return new Recovery(scan.segments(), end, ledger, state);
  }

  private static void note(LedgerRecord record, long address, Replay state) throws IOException {
    if (record instanceof IntentRecord intent) {
      state.intent(intent, address, false);
    } else if (record instanceof SettlementRecord settlement) {
      state.settlement(settlement, address);
    } else if (record instanceof Conclusion conclusion) {
      state.conclusion(conclusion, address);
    }
  }
}
