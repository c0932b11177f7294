package io.telproof.ledger;

import io.telproof.Charge;
import io.telproof.Receipt;
import io.telproof.Sensitive;
import io.telproof.ledger.LedgerRecord.Conclusion;
import io.telproof.ledger.LedgerRecord.IntentRecord;
import io.telproof.ledger.LedgerRecord.OwnerEnd;
import io.telproof.ledger.LedgerRecord.OwnerStart;
import io.telproof.ledger.LedgerRecord.SettlementRecord;
import io.telproof.ledger.OpenIntents.OpenIntent;
import io.telproof.spi.ledger.Intent;
import io.telproof.spi.ledger.KeyClaim;
import io.telproof.spi.ledger.Ledger;
import io.telproof.spi.ledger.LedgerException;
import io.telproof.spi.ledger.Settlement;
import io.telproof.spi.time.Time;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A ledger in the files of a directory, open to be written. Thread-safe. */
final class FileLedger implements Ledger {
  /** More than that need not be found quickly after an orderly end. */
  private static final int MOST_OPEN_AT_END = 100_000;

  private final Time time;
  private final Path directory;
  private final DirectoryLock directoryLock;
  private final RecordReads reads;
  private final ReentrantLock lock;
  private final Journal journal;
  private final Replay state;
  private final Survival survival;
  private final LateForce late;

  /** The keys that somebody asks under, by the application's half of them. */
  private final Map<String, String> held = new HashMap<>();

  private boolean isClosed;

  private FileLedger(
      Time time,
      Path directory,
      DirectoryLock directoryLock,
      RecordReads reads,
      ReentrantLock lock,
      Journal journal,
      Replay state,
      Survival survival) {
    this.time = time;
    this.directory = directory;
    this.directoryLock = directoryLock;
    this.reads = reads;
    this.lock = lock;
    this.journal = journal;
    this.state = state;
    this.survival = survival;
    this.late = new LateForce(time, journal, lock);
  }

  /**
   * Opens one, and recovers what an owner before has left.
   *
   * @throws LedgerException if the directory cannot be had, or what is in it cannot be read
   */
  static FileLedger open(FileLedgerSettings settings, Time time, SegmentFiles files)
      throws LedgerException {
    Path directory = settings.directory().path();
    try {
      Files.createDirectories(directory);
      DirectoryLock taken = DirectoryLock.take(directory);
      RecordReads reads = new RecordReads(directory);
      @Nullable FileLedger begun = null;
      boolean open = false;
      try {
        ReentrantLock lock = new ReentrantLock();
        Recovery recovery = Recovery.of(directory, reads);
        Journal journal =
            Journal.at(
                recovery.end(),
                recovery.segments(),
                directory,
                files,
                lock,
                recovery.ledger(),
                settings.segmentBytes());
        begun =
            new FileLedger(
                time,
                directory,
                taken,
                reads,
                lock,
                journal,
                recovery.state(),
                settings.survival());
        begun.begin();
        open = true;
        return begun;
      } finally {
        if (!open && begun != null) {
          begun.letGo();
        } else if (!open) {
          reads.close();
          taken.close();
        }
      }
    } catch (IOException e) {
      throw new LedgerException(
          "the ledger in "
              + directory
              + " cannot be opened ("
              + Reason.of(e)
              + "); can this process make files there, and is there room?");
    }
  }

  /**
   * What an owner before has left is on the disk from here on, and what is written next says so.
   */
  private void begin() throws LedgerException {
    state.index().use();
    long end;
    lock.lock();
    try {
      write(new OwnerStart(time.now()));
      end = journal.end();
    } finally {
      lock.unlock();
    }
    journal.awaitForced(end);
    late.start();
  }

  /** For who holds the lock. */
  private long write(LedgerRecord record) throws LedgerException {
    long address = journal.append(RecordFormat.encode(record, journal.forced()));
    late.wanted();
    return address;
  }

  @Override
  public void intend(Intent intent) throws LedgerException {
    IntentRecord record = new IntentRecord(intent);
    byte[] bytes = RecordFormat.encode(record, journal.forced());
    long end;
    lock.lock();
    try {
      long address = journal.append(bytes);
      state.intent(record, address, true);
      if (survival == Survival.PROCESS_END) {
        // The machine has it, whatever becomes of this process.
        late.wanted();
        return;
      }
      end = journal.end();
    } finally {
      lock.unlock();
    }
    journal.awaitForced(end);
  }

  @Override
  public void settle(Settlement settlement) throws LedgerException {
    lock.lock();
    try {
      OpenIntent open =
          state
              .open()
              .get(settlement.id())
              .filter(OpenIntent::owned)
              .orElseThrow(
                  () ->
                      new LedgerException(
                          "no intent of this owner with the id "
                              + settlement.id()
                              + " is without an end; nothing was written"));
      settle(settlement, open);
    } finally {
      lock.unlock();
    }
  }

  /** For who holds the lock. */
  private void settle(Settlement settlement, OpenIntent open) throws LedgerException {
    SettlementRecord record = new SettlementRecord(settlement, open.address());
    long address = write(record);
    try {
      state.settlement(record, address);
    } catch (IOException e) {
      throw noRoomForKeys(e);
    }
  }

  @Override
  public KeyClaim claim(String key) throws LedgerException {
    long address;
    lock.lock();
    try {
      journal.refuseWhereOver();
      @Nullable String other = held.get(ApplicationKey.of(key));
      if (other != null) {
        return other.equals(key) ? new KeyClaim.UnderWay() : new KeyClaim.OtherQuestion();
      }
      List<Intent> open = state.open().underKey(key);
      if (!open.isEmpty()) {
        boolean same = open.stream().allMatch(each -> each.key().equals(Optional.of(key)));
        return same ? new KeyClaim.InDoubt(open) : new KeyClaim.OtherQuestion();
      }
      address = state.index().get(key);
      if (address == 0) {
        held.put(ApplicationKey.of(key), key);
        return new KeyClaim.Granted();
      }
    } finally {
      lock.unlock();
    }
    return concluded(key, address);
  }

  private KeyClaim concluded(String key, long address) throws LedgerException {
    LedgerRecord record = reads.at(address);
    if (record instanceof Conclusion conclusion) {
      if (!conclusion.key().equals(key)) {
        return new KeyClaim.OtherQuestion();
      }
      boolean kept = time.now().isBefore(conclusion.until());
      return new KeyClaim.Concluded(
          conclusion.outcome(),
          conclusion.receipt(),
          kept ? conclusion.answer() : Optional.empty());
    }
    if (record instanceof SettlementRecord settled
        && reads.at(settled.intent()) instanceof IntentRecord intent) {
      if (!intent.intent().key().equals(Optional.of(key))) {
        return new KeyClaim.OtherQuestion();
      }
      return new KeyClaim.Concluded(
          settled.settlement().outcome(),
          receipt(intent.intent(), settled.settlement()),
          Optional.empty());
    }
    throw Segment.of(directory, Address.segment(address)).damaged(Address.offset(address));
  }

  private static Receipt receipt(Intent intent, Settlement settlement) {
    Receipt receipt =
        Receipt.of(
            intent.provider(),
            intent.operation(),
            settlement.charge(),
            intent.at(),
            settlement.elapsed());
    receipt = settlement.vendorCode().map(receipt::withVendorCode).orElse(receipt);
    return settlement.requestId().map(receipt::withRequestId).orElse(receipt);
  }

  @Override
  public void conclude(
      String key, String outcome, Receipt receipt, Optional<Sensitive> answer, Instant until)
      throws LedgerException {
    Conclusion record = new Conclusion(key, outcome, receipt, answer, until);
    lock.lock();
    try {
      // Also where it cannot be written: what came of the attempts decides then.
      held.remove(ApplicationKey.of(key));
      long address = write(record);
      state.conclusion(record, address);
    } catch (IOException e) {
      throw noRoomForKeys(e);
    } finally {
      lock.unlock();
    }
  }

  /** What is not in the table would be asked again: nothing goes on without it. */
  private LedgerException noRoomForKeys(IOException reason) {
    return journal.fail(
        "the table of keys in "
            + directory
            + " cannot grow ("
            + Reason.of(reason)
            + "); make room, and open the ledger again");
  }

  @Override
  public void release(String key) {
    lock.lock();
    try {
      held.remove(ApplicationKey.of(key));
    } finally {
      lock.unlock();
    }
  }

  @Override
  public boolean dismiss(String id) throws LedgerException {
    long end;
    lock.lock();
    try {
      Optional<OpenIntent> open = state.open().get(id).filter(each -> !each.owned());
      if (open.isEmpty()) {
        return false;
      }
      Settlement settlement =
          new Settlement(
              id,
              time.now(),
              Settlement.DISMISSED,
              Charge.POSSIBLE,
              Optional.empty(),
              Optional.empty(),
              Duration.ZERO);
      settle(settlement, open.get());
      end = journal.end();
    } finally {
      lock.unlock();
    }
    journal.awaitForced(end);
    return true;
  }

  @Override
  public void entries(Instant from, Instant until, Consumer<Entry> shown) throws LedgerException {
    EntryScan.of(directory, isOpen()).show(from, until, shown);
  }

  private boolean isOpen() {
    lock.lock();
    try {
      return !isClosed;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void doubts(Consumer<Entry> shown) {
    List<Intent> doubts;
    lock.lock();
    try {
      doubts = state.open().inDoubt();
    } finally {
      lock.unlock();
    }
    doubts.forEach(intent -> shown.accept(new Entry(intent, Optional.empty(), false)));
  }

  @Override
  public void close() {
    lock.lock();
    try {
      if (isClosed) {
        return;
      }
      isClosed = true;
      journal.refuseOthers();
    } finally {
      lock.unlock();
    }
    late.close();
    try {
      writeEnd();
    } catch (LedgerException e) {
      // The next owner reads all files, as after a crash, and nothing is lost.
    } finally {
      letGo();
    }
  }

  /** The last record says that all before it is on the disk: it is written when that is so. */
  private void writeEnd() throws LedgerException {
    journal.awaitForced(end());
    List<Long> open = state.open().all().stream().map(OpenIntent::address).sorted().toList();
    if (open.size() > MOST_OPEN_AT_END) {
      return;
    }
    long address;
    lock.lock();
    try {
      address = journal.appendLast(RecordFormat.encode(new OwnerEnd(open), journal.forced()));
    } finally {
      lock.unlock();
    }
    journal.awaitForced(end());
    state.index().close(address, end());
  }

  private long end() {
    lock.lock();
    try {
      return journal.end();
    } finally {
      lock.unlock();
    }
  }

  private void letGo() {
    lock.lock();
    try {
      journal.close();
      reads.close();
    } catch (IOException e) {
      // What was to be kept is on the disk; the process holds a file open for longer.
    } finally {
      lock.unlock();
      directoryLock.close();
    }
  }

  /** For tests: ends as a process that is killed. */
  void abandon() {
    late.close();
    letGo();
  }
}
