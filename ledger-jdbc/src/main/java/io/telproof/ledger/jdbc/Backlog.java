package io.telproof.ledger.jdbc;

import io.telproof.ledger.jdbc.SqlFailure.Effect;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is known and could not be written, in the order in which it came to be known: it is written
 * as soon as PostgreSQL is there again, as long as this process lives. Thread-safe.
 */
final class Backlog {
  /** So many questions are not under way at once; whoever asks without an intent fills it. */
  private static final int MOST = 10_000;

  private static final Logger LOG = LoggerFactory.getLogger(Backlog.class);

  /** One of it. Writing it twice does no harm. */
  @FunctionalInterface
  interface Write {
    void now() throws SqlFailure;
  }

  private final Deque<Write> writes = new ArrayDeque<>();
  private final Lock writing = new ReentrantLock();
  private boolean full;

  synchronized void add(Write write) {
    if (writes.size() < MOST) {
      writes.add(write);
    } else if (!full) {
      full = true;
      LOG.warn(
          "{} writes wait for the ledger's PostgreSQL, and no more are kept: what came of questions"
              + " from now on is in doubt",
          MOST);
    }
  }

  private synchronized @Nullable Write first() {
    return writes.peek();
  }

  private synchronized void remove(Write write) {
    boolean unused = writes.remove(write);
    full = false;
  }

  /** Writes all of it; stops at the first that fails for now. */
  void write() throws SqlFailure {
    writing.lock();
    try {
      writeAll();
    } finally {
      writing.unlock();
    }
  }

  private void writeAll() throws SqlFailure {
    for (@Nullable Write write = first(); write != null; write = first()) {
      try {
        write.now();
      } catch (SqlFailure e) {
        if (e.effect() != Effect.REFUSED) {
          throw e;
        }
      }
      remove(write);
    }
  }
}
