package io.telproof.ledger;

import io.telproof.spi.ledger.LedgerException;
import io.telproof.spi.time.Time;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Forces to the disk what nobody waits for, a second after it was written at the latest. Sleeps
 * while there is nothing. Thread-safe.
 */
final class LateForce implements AutoCloseable {
  private static final Duration LATEST = Duration.ofSeconds(1);

  private final Time time;
  private final Journal journal;
  private final ReentrantLock lock;
  private final Condition changed;
  private final CompletableFuture<Boolean> end = new CompletableFuture<>();
  private boolean isWanted;

  LateForce(Time time, Journal journal, ReentrantLock lock) {
    this.time = time;
    this.journal = journal;
    this.lock = lock;
    this.changed = lock.newCondition();
  }

  void start() {
    Thread thread = new Thread(this::run, "telproof-ledger");
    thread.setDaemon(true);
    thread.start();
  }

  /** Says that something was written. For who holds the lock. */
  void wanted() {
    if (!isWanted) {
      isWanted = true;
      changed.signal();
    }
  }

  private void run() {
    try {
      while (awaitWanted()) {
        time.await(LATEST, end);
        if (!end.isDone()) {
          journal.awaitForced(written());
        }
      }
    } catch (LedgerException e) {
      // Whoever writes next is told.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean awaitWanted() throws InterruptedException {
    lock.lock();
    try {
      while (!isWanted && !end.isDone()) {
        changed.await();
      }
      return !end.isDone();
    } finally {
      lock.unlock();
    }
  }

  private long written() {
    lock.lock();
    try {
      isWanted = false;
      return journal.end();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      end.complete(true);
      changed.signal();
    } finally {
      lock.unlock();
    }
  }
}
