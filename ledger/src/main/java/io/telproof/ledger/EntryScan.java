package io.telproof.ledger;

import io.telproof.ledger.LedgerRecord.IntentRecord;
import io.telproof.ledger.LedgerRecord.OwnerStart;
import io.telproof.ledger.LedgerRecord.SettlementRecord;
import io.telproof.spi.ledger.Intent;
import io.telproof.spi.ledger.LedgerException;
import io.telproof.spi.ledger.LedgerReader;
import io.telproof.spi.ledger.Settlement;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Puts together the intents of a directory and what came of them, with a few thousand of them in
 * memory however many there are: it reads everything twice. First it learns what has no end, or one
 * that is written much later; what is left finds its end soon behind it. For one thread.
 */
final class EntryScan {
  /** How many intents may be written before what came of one, for that to be waited for. */
  private static final int WINDOW = 4096;

  /** An intent whose end is waited for. */
  private static final class Pending {
    private final Intent intent;
    private final long address;
    private @Nullable Settlement settlement;

    Pending(Intent intent, long address) {
      this.intent = intent;
      this.address = address;
    }
  }

  /** Of one that has no end yet: how many intents were written up to it. */
  private record Start(Intent intent, long address, long count) {}

  private final JournalScan scan;
  private final boolean owned;
  private final Map<String, Start> open = new HashMap<>();
  private final Map<String, Settlement> late = new HashMap<>();
  private long count;
  private long lastOwner;
  private long end;

  private EntryScan(JournalScan scan, boolean owned) {
    this.scan = scan;
    this.owned = owned;
  }

  /**
   * Learns what has no end.
   *
   * @param owned whether the owner that began last is alive
   */
  static EntryScan of(Path directory, boolean owned) throws LedgerException {
    try {
      EntryScan entries = new EntryScan(new JournalScan(directory), owned);
      entries.end = entries.scan.run(EntryScan::isWanted, entries::learn);
      return entries;
    } catch (IOException e) {
      throw unreadable(directory, e);
    }
  }

  static LedgerException unreadable(Path directory, IOException reason) {
    return new LedgerException(
        "the ledger in " + directory + " cannot be read (" + Reason.of(reason) + ")");
  }

  private static boolean isWanted(int type) {
    return type != RecordFormat.CONCLUSION && type != RecordFormat.OWNER_END;
  }

  private void learn(long address, LedgerRecord record) {
    if (record instanceof OwnerStart) {
      lastOwner = address;
    } else if (record instanceof IntentRecord intent) {
      count++;
      open.put(intent.intent().id(), new Start(intent.intent(), address, count));
    } else if (record instanceof SettlementRecord settled) {
      Start start = open.remove(settled.settlement().id());
      if (start != null && count - start.count() >= WINDOW / 2) {
        late.put(settled.settlement().id(), settled.settlement());
      }
    }
  }

  /** Shows what is in doubt, the oldest first. */
  void doubts(Consumer<LedgerReader.Entry> shown) {
    open.values().stream()
        .map(start -> entry(start.intent(), start.address(), Optional.empty()))
        .filter(LedgerReader.Entry::isInDoubt)
        .sorted(Comparator.comparing(entry -> entry.intent().at()))
        .forEach(shown);
  }

  /** Shows the questions of a span of time, the oldest first. */
  void show(Instant from, Instant until, Consumer<LedgerReader.Entry> shown)
      throws LedgerException {
    Deque<Pending> waiting = new ArrayDeque<>();
    Map<String, Pending> byId = new HashMap<>();
    // Threads write in another order than their questions began, and clocks are set back.
    PriorityQueue<Pending> known =
        new PriorityQueue<>(
            Comparator.comparing((Pending each) -> each.intent.at())
                .thenComparingLong(each -> each.address));
    try {
      scan.run(
          EntryScan::isWanted,
          (address, record) -> {
            if (address >= end) {
              return;
            }
            if (record instanceof IntentRecord written) {
              Intent intent = written.intent();
              if (!intent.at().isBefore(from) && intent.at().isBefore(until)) {
                Pending pending = new Pending(intent, address);
                waiting.add(pending);
                byId.put(intent.id(), pending);
              }
              pass(waiting, byId, known, WINDOW);
              show(known, WINDOW, shown);
            } else if (record instanceof SettlementRecord settled) {
              Pending pending = byId.get(settled.settlement().id());
              if (pending != null) {
                pending.settlement = settled.settlement();
              }
            }
          });
    } catch (IOException e) {
      throw unreadable(scan.directory(), e);
    }
    pass(waiting, byId, known, 0);
    show(known, 0, shown);
  }

  private void pass(
      Deque<Pending> waiting, Map<String, Pending> byId, PriorityQueue<Pending> known, int most) {
    while (waiting.size() > most) {
      Pending pending = waiting.remove();
      byId.remove(pending.intent.id());
      if (pending.settlement == null) {
        pending.settlement = late.get(pending.intent.id());
      }
      known.add(pending);
    }
  }

  private void show(PriorityQueue<Pending> known, int most, Consumer<LedgerReader.Entry> shown) {
    while (known.size() > most) {
      Pending pending = known.remove();
      shown.accept(entry(pending.intent, pending.address, Optional.ofNullable(pending.settlement)));
    }
  }

  private LedgerReader.Entry entry(Intent intent, long address, Optional<Settlement> settlement) {
    return new LedgerReader.Entry(intent, settlement, owned && address > lastOwner);
  }
}
