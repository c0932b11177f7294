package io.telproof.bulk;

import io.telproof.Charge;
import io.telproof.bulk.internal.file.Charges;
import io.telproof.bulk.internal.file.Checkpoint;
import io.telproof.bulk.internal.file.Outcome;
import io.telproof.bulk.internal.file.Output;
import io.telproof.spi.ledger.LedgerReader.Entry;
import io.telproof.spi.ledger.Settlement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which rows are done, what they came to, and what must be known of those that are not. */
final class RunState {
  private final Checkpoint from;
  private final Set<Long> beyond;
  private final Set<Long> again;
  private final Map<CallId, List<Entry>> before = new HashMap<>();
  private long done;
  private Totals totals;
  private long billedBefore;
  private final Map<Charge, Long> unwritten = Charges.none();

  /** Goes on from a checkpoint. */
  RunState(Checkpoint from) {
    this.from = from;
    this.beyond = new HashSet<>(from.beyond());
    this.again = new HashSet<>(from.again());
    this.done = from.done();
    this.totals = from.totals();
  }

  /**
   * Is told of what the ledger has of a call before the run goes on. What is done is not kept: of
   * minutes of a fast run that would be more than the memory holds.
   */
  void askedBefore(CallId call, Entry entry) {
    if (isToBeAsked(call.row()) && call.generation() == generation(call.row())) {
      before.computeIfAbsent(call, none -> new ArrayList<>()).add(entry);
      billedBefore += billed(List.of(entry));
    }
  }

  private static long billed(List<Entry> entries) {
    return entries.stream()
        .filter(
            entry ->
                entry.settlement().map(Settlement::charge).orElse(Charge.POSSIBLE) != Charge.FREE)
        .count();
  }

  /** Whether this row has not come to its end. */
  boolean isToBeAsked(long row) {
    return again.contains(row) || (row > done && !beyond.contains(row));
  }

  /** How often a person has let what is in doubt be asked again, for this row. */
  int generation(long row) {
    return again.contains(row) ? from.generation() : 0;
  }

  /**
   * The outcome as it is for this row, whichever process has asked it. It is billed from now on,
   * though its row may wait for those before it.
   */
  Outcome own(CallId call, Outcome outcome) {
    @Nullable List<Entry> entries = before.get(call);
    billedBefore -= entries == null ? 0 : billed(entries);
    Outcome own = entries == null ? outcome : outcome.asAskedBefore(entries);
    Charges.addAll(unwritten, own.charges());
    return own;
  }

  /** Counts the outcome of a row that is written. */
  void count(CallId call, Outcome outcome) {
    before.remove(call);
    outcome.charges().forEach((charge, count) -> unwritten.merge(charge, -count, Long::sum));
    totals = totals.with(outcome);
  }

  /** Counts what was asked beside the rows. */
  void addCharges(Map<Charge, Long> charges) {
    totals = totals.withCharges(charges);
  }

  void countRejected() {
    totals = totals.withRejected();
  }

  /** This row is done. */
  void done(long row) {
    again.remove(row);
    if (row > done) {
      beyond.add(row);
    }
  }

  /** All rows up to this one are done. */
  void doneUpTo(long row) {
    if (row > done) {
      done = row;
      beyond.removeIf(each -> each <= row);
    }
  }

  Totals totals() {
    return totals;
  }

  /** How many rows that were in doubt are still to be asked again. */
  long waiting() {
    return again.size();
  }

  /** The same with the charges of rows that wait for those before them. */
  Totals totalsSoFar() {
    return totals.withCharges(unwritten);
  }

  /** How many attempts cost something or may have, those included whose rows are not done. */
  long billed() {
    return totalsSoFar().notFree() + billedBefore;
  }

  /**
   * Where the run stands.
   *
   * @param began when the oldest question under way was begun; now, where there is none
   */
  Checkpoint checkpoint(Output output, Instant began, boolean finished) {
    return new Checkpoint(
        done,
        sorted(beyond),
        output.answersLength(),
        output.rejectedLength(),
        output.doubtsLength(),
        totals,
        since(began),
        from.generation(),
        sorted(again),
        finished);
  }

  /** Since when the ledger is to be looked at: what was asked before may not be done yet. */
  Instant since(Instant began) {
    return before.isEmpty() || began.isBefore(from.since()) ? began : from.since();
  }

  private static List<Long> sorted(Collection<Long> numbers) {
    List<Long> sorted = new ArrayList<>(numbers);
    sorted.sort(null);
    return sorted;
  }
}
