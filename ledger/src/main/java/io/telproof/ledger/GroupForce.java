package io.telproof.ledger;

import io.telproof.spi.ledger.LedgerException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Lets many threads share one wait for the disk: one of them forces what all have written, and who
 * comes meanwhile waits for the next one, which one of those does. Thread-safe.
 */
final class GroupForce {
  /** Brings to the disk what was written. */
  @FunctionalInterface
  interface Force {
    /** Does it, and returns up to where. */
    long run() throws LedgerException;
  }

  /** Those whom the same force serves. */
  private final class Batch {
    private final Condition changed = lock.newCondition();
    private boolean isOver;
    private @Nullable LedgerException failure;
  }

  private final ReentrantLock lock = new ReentrantLock();
  private final Force force;
  private Batch next = new Batch();
  private boolean isForcing;
  private volatile long forced;

  GroupForce(Force force) {
    this.force = force;
  }

  long forced() {
    return forced;
  }

  /** Returns once everything before an address, which was written, is on the disk. */
  void await(long address) throws LedgerException {
    if (forced >= address) {
      return;
    }
    lock.lock();
    try {
      if (forced >= address) {
        return;
      }
      // A force that has begun may have looked before this was written.
      Batch mine = next;
      while (!mine.isOver) {
        if (isForcing || mine != next) {
          mine.changed.awaitUninterruptibly();
        } else {
          lead(mine);
        }
      }
      if (mine.failure != null) {
        throw new LedgerException(String.valueOf(mine.failure.getMessage()));
      }
    } finally {
      lock.unlock();
    }
  }

  private void lead(Batch mine) {
    isForcing = true;
    next = new Batch();
    lock.unlock();
    long upTo = 0;
    @Nullable LedgerException failure = null;
    try {
      upTo = force.run();
    } catch (LedgerException e) {
      failure = e;
    } catch (RuntimeException | Error e) {
      failure =
          new LedgerException("the ledger could not be forced to the disk (" + e.getClass() + ")");
      throw e;
    } finally {
      lock.lock();
      forced = Math.max(forced, upTo);
      mine.failure = failure;
      mine.isOver = true;
      isForcing = false;
      mine.changed.signalAll();
      next.changed.signal();
    }
  }
}
