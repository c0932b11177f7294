package io.telproof.spi.ratelimit;

import io.telproof.spi.time.Deadline;
import io.telproof.spi.time.Time;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * An exact sliding window: as many slots as permits; a slot is held from the moment a permit is
 * given until its request is sent, and comes back one period after the vendor has counted it.
 *
 * <p>Who waits computes the earliest moment at which a permit is possible and sleeps until then;
 * whoever looks first gives out every permit that has become free, in the order of asking. Who is
 * given a permit is woken, and so is the first of the queue where its permit can come earlier than
 * it wakes: nobody sleeps on a permit that others could use. All waiting is {@link Time}'s, and so
 * whatever time a test supplies.
 *
 * <p>Whatever is thrown on the way to a permit, none is lost: nothing that is counted needs memory
 * then, and who leaves without a permit gives back what it was given.
 */
final class SlidingWindow implements RateLimiter {
  /**
   * The vendor counts when a request reaches it, and one may travel longer than the next. Where the
   * reply is there, it has counted; until then it is given this part of a period. At a vendor that
   * replies within 20 ms this costs 2 % of the rate, at one that takes its time 17 % at the most.
   */
  private static final int TRAVEL = 5;

  // A monitor: to wait for one takes no memory, so that a permit can always be given back. Nobody
  // sleeps while it holds it.
  private final Object lock = new Object();
  private final SlotLine waiting = new SlotLine();
  // The slots of sent requests, the one that comes back first in front.
  private final SlotLine returning = new SlotLine();
  private final RateLimits limits;
  private final RateLimit limit;
  private final Time time;
  private final long origin;
  private final long period;
  private int held;

  SlidingWindow(RateLimits limits, Time time) {
    this.limits = limits;
    this.limit = limits.all().get(0);
    this.time = time;
    this.origin = time.nanos();
    this.period = limits.all().get(0).period().toNanos();
  }

  RateLimits limits() {
    return limits;
  }

  @Override
  public Admission acquire(Duration within) throws InterruptedException {
    Deadline deadline = Deadline.in(within, time);
    Slot mine = new Slot(this);
    boolean given = false;
    try {
      while (true) {
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
        CompletableFuture<Void> signal = new CompletableFuture<>();
        Duration wait = untilPermit(mine, signal);
        if (wait.isZero()) {
          given = true;
          return mine;
        }
        if (wait.compareTo(deadline.left()) > 0) {
          return new Rejected(wait);
        }
        time.await(shorter(wait), signal);
      }
    } finally {
      if (!given) {
        leave(mine);
      }
    }
  }

  /** How long to sleep for a permit, or until the signal is given; zero where there is one. */
  private Duration untilPermit(Slot mine, CompletableFuture<Void> signal) {
    synchronized (lock) {
      long now = now();
      if (mine.line == null && !mine.held) {
        waiting.add(mine);
      }
      give(now);
      if (mine.held) {
        return Duration.ZERO;
      }
      Duration wait = Duration.ofNanos(earliest(mine, now) - now);
      mine.sleeps(signal, now + shorter(wait).toNanos());
      return wait;
    }
  }

  @Override
  public Map<RateLimit, Integer> left() {
    synchronized (lock) {
      give(now());
      return Map.of(limit, Math.max(0, free()));
    }
  }

  private int free() {
    return limit.permits() - held - returning.size();
  }

  /** Looks again after a period at the latest, whatever was forgotten. */
  private Duration shorter(Duration wait) {
    return wait.toNanos() < period ? wait : Duration.ofNanos(period);
  }

  private long now() {
    return time.nanos() - origin;
  }

  private void give(long now) {
    for (@Nullable Slot slot = returning.first();
        slot != null && slot.backAt <= now;
        slot = returning.first()) {
      returning.remove(slot);
    }
    @Nullable Slot first = waiting.first();
    for (; first != null && free() > 0; first = waiting.first()) {
      waiting.remove(first);
      first.held = true;
      held++;
      first.wake();
    }
    if (first != null && first.sleepsBeyond(nthBack(0, now + period))) {
      first.wake();
    }
  }

  /** The earliest moment at which this slot can be had, if nobody ahead gives up. */
  private long earliest(Slot slot, long now) {
    int ahead = 0;
    for (@Nullable Slot other = slot.before; other != null; other = other.before) {
      ahead++;
    }
    int index = ahead % limit.permits();
    int rounds = ahead / limit.permits();
    return nthBack(index, now + period) + rounds * period;
  }

  /** A slot that is held comes back a period from now at the earliest. */
  private long nthBack(int index, long otherwise) {
    @Nullable Slot slot = returning.first();
    for (int i = 0; i < index && slot != null; i++) {
      slot = slot.after;
    }
    return slot == null ? otherwise : slot.backAt;
  }

  private void leave(Slot slot) {
    synchronized (lock) {
      waiting.remove(slot);
      release(slot);
      give(now());
    }
  }

  private void release(Slot slot) {
    if (slot.held) {
      slot.held = false;
      held--;
    }
  }

  void sent(Slot slot) {
    synchronized (lock) {
      if (slot.held && !slot.sent) {
        // Noted before the clock is read: what was sent is never given back as if it was not.
        slot.sent = true;
        comeBack(slot, now() + period / TRAVEL + period);
      }
    }
  }

  void close(Slot slot) {
    synchronized (lock) {
      if (slot.over) {
        return;
      }
      if (!slot.sent) {
        release(slot);
      } else {
        long at = now() + period;
        if (slot.held || slot.backAt > at) {
          comeBack(slot, at);
        }
      }
      slot.over = true;
      give(now());
    }
  }

  private void comeBack(Slot slot, long at) {
    release(slot);
    returning.remove(slot);
    slot.backAt = at;
    returning.addByReturn(slot);
  }
}
