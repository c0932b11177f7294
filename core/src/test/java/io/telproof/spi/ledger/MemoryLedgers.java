package io.telproof.spi.ledger;

import io.telproof.Charge;
import io.telproof.Receipt;
import io.telproof.Sensitive;
import io.telproof.spi.time.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A place in memory where any number of owners keep their ledgers; for tests. What {@link
 * LedgerException} it is to throw may be said. Thread-safe.
 */
public final class MemoryLedgers {
  private final Map<String, Line> lines = new LinkedHashMap<>();
  private final Map<String, Conclusion> conclusions = new HashMap<>();
  private final Map<String, Owned> holders = new HashMap<>();
  private final Set<Owned> alive = new HashSet<>();
  private @Nullable String failure;
  private boolean losesReply;

  /** An intent, who wrote it, and what came of it. */
  private static final class Line {
    private final Intent intent;
    private final Owned owner;
    private @Nullable Settlement settlement;

    private Line(Intent intent, Owned owner) {
      this.intent = intent;
      this.owner = owner;
    }
  }

  private record Conclusion(
      String outcome, Receipt receipt, Optional<Sensitive> answer, Instant until) {
    private KeyClaim at(Instant now) {
      return new KeyClaim.Concluded(outcome, receipt, answer.filter(any -> now.isBefore(until)));
    }
  }

  /** Opens a ledger for a new owner. */
  public synchronized Ledger open(Time time) {
    Owned owned = new Owned(time);
    alive.add(owned);
    return owned;
  }

  /** Ends an owner as a crash does. */
  public synchronized void end(Ledger ledger) {
    alive.remove(ledger);
    holders.values().removeIf(owner -> owner == ledger);
  }

  /** From now on every write and every claim fails so; with null they go well again. */
  public synchronized void fail(@Nullable String message) {
    failure = message;
  }

  /** The next intent is written, and who writes it is told that it was not. */
  public synchronized void loseReply() {
    losesReply = true;
  }

  /** Whether an owner has closed its ledger, or was ended. */
  public synchronized boolean hasEnded(Ledger ledger) {
    return !alive.contains(ledger);
  }

  /** Shows everything, the oldest first. */
  public List<LedgerReader.Entry> entries() {
    List<LedgerReader.Entry> all = new ArrayList<>();
    show(entry -> true, all::add);
    return all;
  }

  private void show(Predicate<LedgerReader.Entry> wanted, Consumer<LedgerReader.Entry> shown) {
    List<LedgerReader.Entry> found;
    synchronized (this) {
      found =
          lines.values().stream()
              .map(
                  line ->
                      new LedgerReader.Entry(
                          line.intent,
                          Optional.ofNullable(line.settlement),
                          alive.contains(line.owner)))
              .filter(wanted)
              .sorted(Comparator.comparing(entry -> entry.intent().at()))
              .toList();
    }
    found.forEach(shown);
  }

  /** A ledger of one owner. */
  private final class Owned implements Ledger {
    private final Time time;

    private Owned(Time time) {
      this.time = time;
    }

    private void check() throws LedgerException {
      if (!alive.contains(this)) {
        throw new LedgerException("the ledger is closed");
      }
      if (failure != null) {
        throw new LedgerException(failure);
      }
    }

    @Override
    public void intend(Intent intent) throws LedgerException {
      synchronized (MemoryLedgers.this) {
        check();
        if (lines.putIfAbsent(intent.id(), new Line(intent, this)) != null) {
          throw new LedgerException("there is an intent of this id");
        }
        if (losesReply) {
          losesReply = false;
          throw new LedgerException("no reply came");
        }
      }
    }

    @Override
    public void settle(Settlement settlement) throws LedgerException {
      synchronized (MemoryLedgers.this) {
        check();
        Line line = lines.get(settlement.id());
        if (line == null || line.owner != this || line.settlement != null) {
          throw new LedgerException("there is no open intent of this id and this owner");
        }
        line.settlement = settlement;
      }
    }

    @Override
    public KeyClaim claim(String key) throws LedgerException {
      synchronized (MemoryLedgers.this) {
        check();
        Optional<String> held = any(holders, key);
        if (held.isPresent()) {
          return unlessOther(held.get(), key, new KeyClaim.UnderWay());
        }
        List<Line> asked =
            lines.values().stream()
                .filter(line -> line.intent.key().filter(each -> isOf(each, key)).isPresent())
                .sorted(Comparator.comparing(line -> line.intent.at()))
                .toList();
        List<Intent> open =
            asked.stream()
                .filter(line -> line.settlement == null)
                .map(line -> line.intent)
                .toList();
        if (!open.isEmpty()) {
          return unlessOther(open.get(0).key().orElseThrow(), key, new KeyClaim.InDoubt(open));
        }
        Optional<String> concluded = any(conclusions, key);
        if (concluded.isPresent()) {
          return unlessOther(
              concluded.get(),
              key,
              Objects.requireNonNull(conclusions.get(concluded.get())).at(time.now()));
        }
        for (int i = asked.size() - 1; i >= 0; i--) {
          Intent intent = asked.get(i).intent;
          Settlement settlement = Objects.requireNonNull(asked.get(i).settlement);
          if (settlement.charge() != Charge.FREE
              && !settlement.outcome().equals(Settlement.DISMISSED)) {
            return unlessOther(
                intent.key().orElseThrow(),
                key,
                new KeyClaim.Concluded(
                    settlement.outcome(), receipt(intent, settlement), Optional.empty()));
          }
        }
        holders.put(key, this);
        return new KeyClaim.Granted();
      }
    }

    private Optional<String> any(Map<String, ?> keys, String key) {
      return keys.keySet().stream().filter(each -> isOf(each, key)).findFirst();
    }

    private boolean isOf(String each, String key) {
      return each.substring(0, 32).equals(key.substring(0, 32));
    }

    private KeyClaim unlessOther(String there, String key, KeyClaim claim) {
      return there.equals(key) ? claim : new KeyClaim.OtherQuestion();
    }

    private Receipt receipt(Intent intent, Settlement settlement) {
      Receipt receipt =
          Receipt.of(
              intent.provider(),
              intent.operation(),
              settlement.charge(),
              intent.at(),
              settlement.elapsed());
      if (settlement.vendorCode().isPresent()) {
        receipt = receipt.withVendorCode(settlement.vendorCode().get());
      }
      return settlement.requestId().map(receipt::withRequestId).orElse(receipt);
    }

    @Override
    public void conclude(
        String key, String outcome, Receipt receipt, Optional<Sensitive> answer, Instant until)
        throws LedgerException {
      synchronized (MemoryLedgers.this) {
        check();
        if (!holders.remove(key, this)) {
          throw new LedgerException("the key is not this owner's");
        }
        conclusions.put(
            key, new Conclusion(outcome, receipt.withEarlier(List.of()), answer, until));
      }
    }

    @Override
    public void release(String key) throws LedgerException {
      synchronized (MemoryLedgers.this) {
        check();
        holders.remove(key, this);
      }
    }

    @Override
    public boolean dismiss(String id) throws LedgerException {
      synchronized (MemoryLedgers.this) {
        check();
        Line line = lines.get(id);
        if (line == null || line.settlement != null || alive.contains(line.owner)) {
          return false;
        }
        line.settlement =
            new Settlement(
                id,
                time.now(),
                Settlement.DISMISSED,
                Charge.POSSIBLE,
                Optional.empty(),
                Optional.empty(),
                Duration.ZERO);
        return true;
      }
    }

    @Override
    public void entries(Instant from, Instant until, Consumer<Entry> shown) {
      show(
          entry -> !entry.intent().at().isBefore(from) && entry.intent().at().isBefore(until),
          shown);
    }

    @Override
    public void doubts(Consumer<Entry> shown) {
      show(Entry::isInDoubt, shown);
    }

    @Override
    public void close() {
      end(this);
    }
  }
}
