package io.telproof.spi;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.OptionalInt;
import java.util.PriorityQueue;
import java.util.concurrent.locks.ReentrantLock;

/**
 * An exact sliding window: as many slots as permits; a slot is held from the moment a turn is given
 * until its request is sent, and comes back one period after the vendor has counted it.
 *
 * <p>Nobody waits on a condition. Who waits computes the earliest moment at which a turn is
 * possible and sleeps until then; whoever wakes first gives out every turn that has become free, in
 * the order of asking. This keeps waiting to {@link Time#await}, and so to whatever time a test
 * supplies.
 */
final class SlidingWindow implements Quota {
  /**
   * The vendor counts when a request reaches it, and one may travel longer than the next. Where the
   * reply is there, it has counted; until then it is given this part of a period. At a vendor that
   * replies within 20 ms this costs 2 % of the rate, at one that takes its time 17 % at the most.
   */
  private static final int TRAVEL = 5;

  private final ReentrantLock lock = new ReentrantLock();
  private final ArrayDeque<Waiter> waiting = new ArrayDeque<>();
  // The slots of sent requests, the one that comes back first in front.
  private final PriorityQueue<Slot> returning =
      new PriorityQueue<>(Comparator.comparingLong(Slot::backAt));
  private final Limit limit;
  private final Time time;
  private final long origin;
  private final long period;
  private int held;

  SlidingWindow(Limit limit, Time time) {
    this.limit = limit;
    this.time = time;
    this.origin = time.nanos();
    this.period = limit.period().toNanos();
  }

  Limit limit() {
    return limit;
  }

  @Override
  public Admission take(Duration within) throws InterruptedException {
    Deadline deadline = Deadline.in(within, time);
    Waiter me = new Waiter();
    try {
      for (boolean queued = false; ; queued = true) {
        Duration wait;
        lock.lockInterruptibly();
        try {
          if (!queued) {
            waiting.addLast(me);
          }
          long now = now();
          give(now);
          if (me.hasTurn) {
            return new Slot();
          }
          wait = Duration.ofNanos(earliest(me, now) - now);
          if (wait.compareTo(deadline.left()) > 0) {
            waiting.remove(me);
            return new TooLong(wait);
          }
        } finally {
          lock.unlock();
        }
        time.await(shorter(wait));
      }
    } catch (InterruptedException e) {
      leave(me);
      throw e;
    }
  }

  @Override
  public OptionalInt left() {
    lock.lock();
    try {
      give(now());
      return OptionalInt.of(Math.max(0, limit.permits() - held - returning.size()));
    } finally {
      lock.unlock();
    }
  }

  /** Looks again after a period at the latest: somebody ahead may have given up meanwhile. */
  private Duration shorter(Duration wait) {
    return wait.toNanos() < period ? wait : Duration.ofNanos(period);
  }

  private long now() {
    return time.nanos() - origin;
  }

  private void give(long now) {
    for (Slot slot = returning.peek();
        slot != null && slot.backAt <= now;
        slot = returning.peek()) {
      returning.poll();
    }
    for (int free = limit.permits() - held - returning.size(); free > 0; free--) {
      Waiter first = waiting.pollFirst();
      if (first == null) {
        return;
      }
      first.hasTurn = true;
      held++;
    }
  }

  /** The earliest moment at which this waiter can have a turn, if nobody ahead gives up. */
  private long earliest(Waiter waiter, long now) {
    int ahead = 0;
    for (Waiter other : waiting) {
      if (other == waiter) {
        break;
      }
      ahead++;
    }
    int slot = ahead % limit.permits();
    int rounds = ahead / limit.permits();
    return nthBack(slot, now + period) + rounds * period;
  }

  /** A slot that is held comes back a period from now at the earliest. */
  private long nthBack(int index, long otherwise) {
    return index < returning.size()
        ? returning.stream().mapToLong(Slot::backAt).sorted().skip(index).findFirst().orElseThrow()
        : otherwise;
  }

  private void leave(Waiter waiter) {
    lock.lock();
    try {
      if (waiter.hasTurn) {
        held--;
      } else {
        waiting.remove(waiter);
      }
    } finally {
      lock.unlock();
    }
  }

  private static final class Waiter {
    private boolean hasTurn;
  }

  private final class Slot implements Turn {
    private boolean sent;
    private boolean over;
    private long backAt;

    private long backAt() {
      return backAt;
    }

    @Override
    public void sent() {
      lock.lock();
      try {
        if (!sent && !over) {
          sent = true;
          held--;
          comeBackAt(now() + period / TRAVEL + period);
        }
      } finally {
        lock.unlock();
      }
    }

    @Override
    public void close() {
      lock.lock();
      try {
        if (!over && !sent) {
          held--;
        } else if (!over && backAt > now() + period) {
          returning.remove(this);
          comeBackAt(now() + period);
        }
        over = true;
      } finally {
        lock.unlock();
      }
    }

    private void comeBackAt(long at) {
      backAt = at;
      returning.add(this);
    }
  }
}
