package io.telproof.spi.ratelimit;

import io.telproof.spi.time.Deadline;
import io.telproof.spi.time.Time;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Exact sliding windows, one for each limit: a slot of each is held from the moment a permit is
 * given until its request is sent, and comes back one period after the vendor has counted it. The
 * vendor counts when a request reaches it, which is the travel after the sending at the latest, and
 * before the reply.
 *
 * <p>Only who is first in the line sleeps by the clock, until the next slot comes back. Then he
 * takes it, gives out whatever else has become free, in the order of asking, and wakes the next,
 * who is first now. All others sleep until they are woken or their own time is over: a wait costs
 * the same however long the line is, and so does the look at how long it will be. Whoever makes a
 * permit possible sooner than the first expects one wakes him, and he does the rest. All waiting is
 * {@link Time}'s, and so whatever time a test supplies.
 *
 * <p>Whatever is thrown on the way to a permit, none is lost: nothing that is counted needs memory
 * then, and who leaves without a permit gives back what it was given and wakes the first, for which
 * it needs neither memory nor the clock.
 */
final class SlidingWindow implements RateLimiter {
  // A monitor: to wait for one takes no memory, so that a permit can always be given back. Nobody
  // sleeps while it holds it.
  private final Object lock = new Object();
  private final SlotLine waiting = new SlotLine();
  private final MomentRing counted = new MomentRing();
  private final RateLimits limits;
  private final List<LimitWindow> windows;
  private final RateLimit longest;
  private final Time time;
  private final long origin;
  private final long travel;
  private int held;

  SlidingWindow(RateLimits limits, Time time) {
    this.limits = limits;
    this.windows = limits.all().stream().map(limit -> new LimitWindow(limit, counted)).toList();
    this.longest = limits.all().get(limits.all().size() - 1);
    this.time = time;
    this.origin = time.nanos();
    this.travel = limits.travel().toNanos();
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
        Duration left = deadline.left();
        Duration wait = untilPermit(mine, left);
        if (wait.isZero()) {
          given = true;
          return mine;
        }
        if (wait.compareTo(left) > 0) {
          return new Rejected(wait);
        }
        time.await(wait, mine.signal());
      }
    } finally {
      if (!given) {
        leave(mine);
      }
    }
  }

  /**
   * How long to sleep for a permit, unless the signal is given sooner; zero where there is one.
   * More than the time that is left where there will be none in it: then it is how long somebody
   * waits who asks now.
   */
  private Duration untilPermit(Slot mine, Duration left) {
    synchronized (lock) {
      long now = now();
      boolean asks = mine.line == null && !mine.held;
      if (asks) {
        // Room for all who wait, so that to give and to count takes no memory. A limit has no more
        // than its permits.
        counted.reserve(
            (int) Math.min(longest.permits(), 1L + counted.size() + held + waiting.size()));
        waiting.add(mine);
      }
      give(now);
      if (mine.held) {
        return Duration.ZERO;
      }
      boolean first = waiting.first() == mine;
      Duration wait = Duration.ofNanos(earliest(first ? 0 : waiting.size() - 1, now) - now);
      if (!first && !left.isZero() && !(asks && wait.compareTo(left) > 0)) {
        // It was judged as it asked. From then on others only leave the line before it.
        wait = left;
      }
      mine.sleepsUntil(now + wait.toNanos());
      return wait;
    }
  }

  @Override
  public Map<RateLimit, Integer> left() {
    synchronized (lock) {
      give(now());
      Map<RateLimit, Integer> left = new LinkedHashMap<>();
      for (LimitWindow window : windows) {
        left.put(window.limit(), Math.max(0, window.free(held)));
      }
      return Collections.unmodifiableMap(left);
    }
  }

  private long now() {
    return time.nanos() - origin;
  }

  private void give(long now) {
    long begin = counted.begin();
    for (LimitWindow window : windows) {
      begin = window.moveTo(now);
    }
    counted.forgetBefore(begin);
    @Nullable Slot first = waiting.first();
    for (; first != null && isFree(); first = waiting.first()) {
      // Woken before it is counted: should that fail, nothing is lost. It looks when this is over.
      first.wake();
      waiting.remove(first);
      first.held = true;
      held++;
    }
    hurry(now);
  }

  private boolean isFree() {
    for (LimitWindow window : windows) {
      if (window.free(held) <= 0) {
        return false;
      }
    }
    return true;
  }

  /** Wakes the first in the line where there is a permit for it before it looks by itself. */
  private void hurry(long now) {
    @Nullable Slot first = waiting.first();
    if (first != null && first.sleepsBeyond(earliest(0, now))) {
      first.wake();
    }
  }

  /** The earliest moment at which all limits have a permit for somebody behind so many others. */
  private long earliest(int ahead, long now) {
    long at = now;
    for (LimitWindow window : windows) {
      at = Math.max(at, window.earliest(ahead, held, now));
    }
    return at;
  }

  private void leave(Slot slot) {
    synchronized (lock) {
      boolean first = waiting.first() == slot;
      waiting.remove(slot);
      if (slot.held) {
        release(slot);
      } else if (first) {
        wakeFirst();
      }
    }
  }

  /** Gives back what was not sent. Whoever is first sees whether that makes a permit. */
  private void release(Slot slot) {
    slot.held = false;
    held--;
    wakeFirst();
  }

  private void wakeFirst() {
    @Nullable Slot first = waiting.first();
    if (first != null) {
      first.wake();
    }
  }

  void sent(Slot slot) {
    synchronized (lock) {
      if (slot.held && !slot.sent) {
        // Noted before the clock is read: what was sent is never given back as if it was not.
        slot.sent = true;
        count(slot, now() + travel);
      }
    }
  }

  void close(Slot slot) {
    synchronized (lock) {
      if (slot.over) {
        return;
      }
      if (slot.sent) {
        long now = now();
        if (slot.held) {
          count(slot, now);
        } else if (slot.countedAt > now) {
          counted.advance(slot.countedAt, now);
        }
        hurry(now);
      } else if (slot.held) {
        release(slot);
      }
      slot.over = true;
    }
  }

  private void count(Slot slot, long at) {
    counted.add(at);
    slot.countedAt = at;
    slot.held = false;
    held--;
  }
}
