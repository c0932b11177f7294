package io.telproof.bulk;

import io.telproof.Charge;
import io.telproof.bulk.BulkReport.Kind;
import io.telproof.bulk.BulkReport.Stop;
import io.telproof.bulk.internal.file.InputRows;
import io.telproof.bulk.internal.file.Outcome;
import io.telproof.bulk.internal.file.Output;
import io.telproof.bulk.internal.file.Row;
import io.telproof.bulk.internal.file.RunDirectory;
import io.telproof.spi.time.Time;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Takes rows from the table to the output, many at a time: one thread reads and writes, and others
 * ask. Holds no more than a window of rows.
 */
final class RunLoop {
  /** Rows between the oldest one that is not written and the newest one that was read. */
  private static final int WINDOW = 4 * InFlight.MOST;

  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final long POLL_MILLIS = 50;
  private static final double NANOS = 1e9;

  /** So many rows in a row that may have been billed and brought nothing are enough. */
  private static final int HOPELESS = 100;

  /** What a run works with. */
  record Parts(
      InputRows rows,
      Questions questions,
      RowTag tags,
      RunLedger ledger,
      RunDirectory directory,
      Output output,
      RunState state,
      Asker asker,
      InFlight inFlight,
      ShadowCharges shadows,
      ExecutorService workers,
      StopSignal stop,
      Time time) {}

  /** What a thread that asked hands back: empty where nothing came of it. */
  private record End(Slot slot, Optional<Outcome> outcome) {}

  private final Parts parts;
  private final OutputOrder order;
  private final Budget budget;
  private final Duration patience;
  private final long rowsInAll;
  private final Consumer<BulkProgress> told;
  private final Deque<Slot> window = new ArrayDeque<>();
  private final List<Slot> ready = new ArrayList<>();

  /** The tags of what is asked at this moment, each with the rows that ask the same behind it. */
  private final Map<String, Deque<Slot>> rowsBehind = new HashMap<>();

  private final BlockingQueue<End> ended = new LinkedBlockingQueue<>();
  private final Pace pace = new Pace();
  private Optional<Row> pending = Optional.empty();
  private int underWay;
  private int hopeless;
  private boolean exhausted;
  private boolean full;
  private long lookedAt;

  RunLoop(
      Parts parts,
      OutputOrder order,
      Budget budget,
      Duration patience,
      long rowsInAll,
      Consumer<BulkProgress> told) {
    this.parts = parts;
    this.order = order;
    this.budget = budget;
    this.patience = patience;
    this.rowsInAll = rowsInAll;
    this.told = told;
    this.lookedAt = parts.time().nanos();
  }

  /**
   * Runs to the end of the table, or until it is stopped.
   *
   * @throws BulkException if the table cannot be read to its end
   * @throws IOException if the output cannot be written; what was asked is in the ledger
   */
  BulkReport run() throws BulkException, IOException {
    boolean interrupted = false;
    try {
      while (!isOver()) {
        fill();
        try {
          take();
        } catch (InterruptedException e) {
          interrupted = true;
          parts.stop().give(new Stop(Kind.ASKED, "the thread of the run was interrupted"));
        }
        write();
        look();
      }
    } finally {
      parts.stop().give(new Stop(Kind.ASKED, "the run has ended"));
      parts.workers().shutdownNow();
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
    boolean finished = exhausted && window.isEmpty();
    if (finished) {
      parts.output().requireThere();
    }
    parts.state().addCharges(parts.shadows().take());
    checkpoint(finished);
    tell();
    return new BulkReport(
        finished ? Optional.empty() : parts.stop().why(),
        parts.state().totalsSoFar(),
        parts.state().waiting());
  }

  private boolean isOver() {
    return underWay == 0 && (parts.stop().isGiven() || (exhausted && window.isEmpty()));
  }

  private void fill() throws BulkException {
    while (!exhausted && !parts.stop().isGiven() && window.size() < WINDOW) {
      if (underWay >= parts.inFlight().allowed()) {
        full = true;
        return;
      }
      if (pending.isEmpty()) {
        pending = next();
      }
      if (pending.isEmpty()) {
        exhausted = true;
        return;
      }
      if (!budget.allows(parts.state().billed(), underWay)) {
        if (underWay == 0) {
          parts.stop().give(budget.spent());
        }
        return;
      }
      begin(pending.get());
      pending = Optional.empty();
    }
  }

  private Optional<Row> next() throws BulkException {
    Optional<Row> row = parts.rows().next();
    while (row.isPresent() && !parts.state().isToBeAsked(row.get().number())) {
      row = parts.rows().next();
    }
    return row;
  }

  private void begin(Row row) {
    Slot slot = new Slot(row, parts.time().now());
    window.add(slot);
    try {
      Object query = parts.questions().query(row);
      int generation = parts.state().generation(row.number());
      Question question = new Question(row, query, generation, parts.tags().of(query, generation));
      slot.asks(question);
      underWay++;
      @Nullable Deque<Slot> behind = rowsBehind.get(question.tag());
      if (behind == null) {
        rowsBehind.put(question.tag(), new ArrayDeque<>());
        submit(slot);
      } else {
        // The first of them is the one that is billed, and no thread waits for it.
        behind.add(slot);
      }
    } catch (UnaskableRowException e) {
      slot.reject(String.valueOf(e.getMessage()));
      ready.add(slot);
    }
  }

  private void submit(Slot slot) {
    Question question = slot.question().orElseThrow();
    parts.workers().execute(() -> ask(slot, question));
  }

  /** On a thread of its own. Whatever is thrown, the row is handed back. */
  private void ask(Slot slot, Question question) {
    Optional<Outcome> outcome = Optional.empty();
    try {
      outcome = parts.asker().ask(question);
    } catch (RuntimeException e) {
      // Its class alone: what it says may quote what was asked.
      parts
          .stop()
          .give(new Stop(Kind.VENDOR, "a defect: " + e.getClass().getName() + "; please report"));
      throw e;
    } finally {
      ended.add(new End(slot, outcome));
    }
  }

  /** Takes what has come to its end, and waits a little where nothing has. */
  private void take() throws InterruptedException {
    if (underWay == 0) {
      return;
    }
    @Nullable End first = ended.poll(POLL_MILLIS, TimeUnit.MILLISECONDS);
    if (first == null) {
      return;
    }
    List<End> taken = new ArrayList<>();
    taken.add(first);
    ended.drainTo(taken);
    underWay -= taken.size();
    for (End end : taken) {
      goOn(end.slot());
      if (end.outcome().isPresent()) {
        watch(end.outcome().get());
        end.slot().end(parts.state().own(call(end.slot()), end.outcome().get()));
        ready.add(end.slot());
        pace.ended(end.outcome().get());
      }
    }
  }

  /** Lets the next row ask what this one has asked. */
  private void goOn(Slot slot) {
    String tag = slot.question().orElseThrow().tag();
    @Nullable Deque<Slot> behind = rowsBehind.get(tag);
    if (behind == null || behind.isEmpty()) {
      rowsBehind.remove(tag);
    } else {
      submit(behind.remove());
    }
  }

  private void write() throws IOException {
    if (order == OutputOrder.ANSWERED) {
      for (Slot slot : ready) {
        write(slot);
      }
    }
    ready.clear();
    while (!window.isEmpty() && window.getFirst().isReady()) {
      Slot slot = window.removeFirst();
      if (!slot.isWritten()) {
        write(slot);
      }
      parts.state().doneUpTo(slot.row().number());
    }
  }

  private void write(Slot slot) throws IOException {
    if (slot.rejected().isPresent()) {
      parts.output().reject(slot.row(), slot.rejected().get());
      parts.state().countRejected();
    } else {
      Outcome outcome = slot.outcome().orElseThrow();
      parts.output().write(slot.row(), outcome);
      parts.state().count(call(slot), outcome);
    }
    slot.write();
    parts.state().done(slot.row().number());
  }

  private CallId call(Slot slot) {
    return parts.ledger().callId(slot.question().orElseThrow());
  }

  /**
   * A vendor whose replies bring nothing is not paid for a million of them. What a process before
   * has left in doubt was not asked now.
   */
  private void watch(Outcome outcome) {
    if (outcome.kind() != Outcome.Kind.FAILED) {
      hopeless = 0;
    } else if (outcome.receipt().charge() != Charge.FREE && ++hopeless == HOPELESS) {
      parts
          .stop()
          .give(
              new Stop(
                  Kind.VENDOR,
                  HOPELESS
                      + " rows in a row may have been billed and got no answer, the last one because"
                      + " of "
                      + outcome.word()
                      + ": "
                      + outcome.reason()));
    }
  }

  private void look() throws IOException {
    long now = parts.time().nanos();
    long passed = now - lookedAt;
    if (passed < LOOK.toNanos()) {
      return;
    }
    lookedAt = now;
    parts.inFlight().look(pace.look(passed / NANOS), full);
    full = false;
    parts.state().addCharges(parts.shadows().take());
    checkpoint(false);
    tell();
    if (now - parts.asker().silentSince() > patience.toNanos()) {
      parts.asker().pause().ifPresent(this::giveUp);
    }
  }

  private void giveUp(String why) {
    parts
        .stop()
        .give(
            new Stop(
                Kind.VENDOR,
                "nothing was answered for "
                    + patience.toSeconds()
                    + " s or more; start it again to go on; "
                    + why));
  }

  private void checkpoint(boolean finished) throws IOException {
    parts.output().force();
    Instant began =
        window.stream()
            .filter(slot -> !slot.isWritten())
            .map(Slot::begun)
            .min(Instant::compareTo)
            .orElseGet(() -> parts.time().now());
    parts.directory().write(parts.state().checkpoint(parts.output(), began, finished));
  }

  private void tell() {
    Totals totals = parts.state().totalsSoFar();
    // Whoever was told to stop does not work the rest off, and does not wait for the vendor.
    boolean working = !parts.stop().isGiven();
    told.accept(
        new BulkProgress(
            totals,
            rowsInAll,
            pace.rate(),
            working ? pace.left(Math.max(0, rowsInAll - totals.rows())) : Optional.empty(),
            underWay,
            working ? parts.asker().pause() : Optional.empty()));
  }
}
