package io.telproof.sandbox.internal.page;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * The last requests to the vendors, for people who look on. Each has a number, from 1 on, which no
 * other has. Whoever waits for more holds nobody up: it is told what the log still has, and a
 * reader that is too slow misses the rest. Thread-safe.
 */
public final class RequestLog {

  /** How many requests are kept, and so how far a reader may fall behind. */
  static final int KEPT = 200;

  /** A request and its number. */
  record Numbered(long number, RequestEntry entry) {
    String json() {
      return entry.json(number);
    }
  }

  /**
   * What came behind a number.
   *
   * @param requests those that are still kept
   * @param last the number of the last one, kept or not
   * @param lost how many were too old to be kept
   */
  record News(List<Numbered> requests, long last, long lost) {}

  private final Deque<Numbered> kept = new ArrayDeque<>();
  private final String run = UUID.randomUUID().toString();
  private long last;
  private long cleared;
  private boolean closed;

  /** Notes one request, and wakes who waits for it. */
  public synchronized void add(RequestEntry entry) {
    last++;
    kept.addLast(new Numbered(last, entry));
    if (kept.size() > KEPT) {
      kept.removeFirst();
    }
    notifyAll();
  }

  /** Sends everybody who waits away. */
  public synchronized void close() {
    closed = true;
    notifyAll();
  }

  /** Forgets the requests so far; the numbers go on. */
  synchronized void clear() {
    kept.clear();
    cleared = last;
  }

  /** Names this log, so that a reader can tell it from one whose numbers began anew. */
  String run() {
    return run;
  }

  /** The number of the last request; zero before the first. */
  synchronized long last() {
    return last;
  }

  synchronized boolean isClosed() {
    return closed;
  }

  /** The requests behind this number that are kept, oldest first. */
  synchronized List<Numbered> after(long number) {
    return kept.stream().filter(each -> each.number() > number).toList();
  }

  /**
   * The same, waiting for one where there is none yet.
   *
   * @return without a request where none came within this time, or the log was closed
   * @throws InterruptedException if the thread is interrupted
   */
  synchronized News await(long number, Duration patience) throws InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    while (last <= number && !closed) {
      long left = deadline - System.nanoTime();
      if (left <= 0) {
        break;
      }
      TimeUnit.NANOSECONDS.timedWait(this, left);
    }
    List<Numbered> more = closed ? List.of() : after(number);
    long first = more.isEmpty() ? last + 1 : more.get(0).number();
    return new News(more, Math.max(number, last), first - 1 - Math.max(number, cleared));
  }
}
