package io.telproof.sandbox;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The faults that the next requests meet, whatever number they ask about.
 *
 * <p>Each fault is met once, in the order given, by requests to vendors alone: reading the bill
 * does not use one up, and neither does getting an access token, which has faults of its own. A
 * fault named here comes before the one of a magic number. Thread-safe.
 */
public final class Faults {

  private final Deque<Waiting> waiting = new ArrayDeque<>();
  private final Deque<Fault> waitingForTokens = new ArrayDeque<>();

  private final Semaphore out = new Semaphore(0);

  Faults() {}

  /**
   * A fault that no request has met yet.
   *
   * @param fault what it is to meet
   * @param vendor the name of the vendor whose reply is to meet it; empty where any vendor's is
   */
  public record Waiting(Fault fault, Optional<String> vendor) {}

  /**
   * Makes the next request that has no fault yet meet this one.
   *
   * @param fault what it meets
   */
  public void next(Fault fault) {
    next(1, fault);
  }

  /**
   * Makes the next requests that have no fault yet meet this one.
   *
   * @param times how many of them, at least one
   * @param fault what they meet
   * @throws IllegalArgumentException if {@code times} is less than one
   */
  public void next(int times, Fault fault) {
    add(times, new Waiting(fault, Optional.empty()));
  }

  /**
   * Makes the next requests to one vendor that have no fault yet meet this one.
   *
   * @param times how many of them, at least one
   * @param fault what they meet
   * @param vendor the vendor's {@linkplain Vendor#name() name}
   * @throws IllegalArgumentException if {@code times} is less than one
   */
  public void next(int times, Fault fault, String vendor) {
    add(times, new Waiting(fault, Optional.of(vendor)));
  }

  private void add(int times, Waiting fault) {
    if (times < 1) {
      throw new IllegalArgumentException("times is " + times + ", expected at least 1");
    }
    synchronized (waiting) {
      for (int i = 0; i < times; i++) {
        waiting.addLast(fault);
      }
    }
  }

  /**
   * Makes the next request for an access token that has no fault yet meet this one.
   *
   * @param fault what they meet
   */
  public void nextTokenExchange(Fault fault) {
    synchronized (waiting) {
      waitingForTokens.addLast(fault);
    }
  }

  /** {@return the faults that no question has met yet, the next one first} */
  public List<Fault> waiting() {
    return queue().stream().map(Waiting::fault).toList();
  }

  /** {@return the same with whose replies they are for} */
  public List<Waiting> queue() {
    synchronized (waiting) {
      return List.copyOf(waiting);
    }
  }

  /** Forgets the faults that nobody has met yet. */
  public void clear() {
    synchronized (waiting) {
      waiting.clear();
      waitingForTokens.clear();
    }
  }

  /**
   * Waits until one more of the replies that have something behind their end has gone out with it:
   * {@link Fault#CLOSE_AFTER_REPLY}, {@link Fault#SECOND_REPLY}, {@link Fault#SECOND_REPLY_LATER},
   * {@link Fault#UNASKED_408}, {@link Fault#MORE_THAN_ANNOUNCED}. Each is waited for once.
   *
   * @param within how long to wait at most
   * @return whether it has, within this time
   * @throws InterruptedException if the thread is interrupted
   */
  public boolean awaitOut(Duration within) throws InterruptedException {
    return out.tryAcquire(within.toNanos(), TimeUnit.NANOSECONDS);
  }

  void out() {
    out.release();
  }

  /** The fault that this request meets. */
  Optional<Fault> take(ReceivedRequest heard) {
    synchronized (waiting) {
      return heard.tokenExchange()
          ? Optional.ofNullable(waitingForTokens.pollFirst())
          : takeFor(heard.vendor());
    }
  }

  private Optional<Fault> takeFor(String vendor) {
    for (Iterator<Waiting> each = waiting.iterator(); each.hasNext(); ) {
      Waiting next = each.next();
      if (next.vendor().map(vendor::equals).orElse(true)) {
        each.remove();
        return Optional.of(next.fault());
      }
    }
    return Optional.empty();
  }
}
