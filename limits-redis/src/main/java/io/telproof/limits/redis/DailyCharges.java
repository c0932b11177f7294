package io.telproof.limits.redis;

import io.telproof.spi.ratelimit.ChargeCounter.Outcome;
import io.telproof.spi.time.Time;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * What this process has counted of one budget on one day. Charges are counted by many at once; the
 * whole is told while none is under way. Thread-safe.
 */
final class DailyCharges {
  private static final Duration LASTS = Duration.ofDays(3);
  private static final int COUNTED = 1;
  private static final int REACHED = 0;
  private static final int UNTOLD = -2;
  private static final int TOO_EARLY = -3;

  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private final AtomicInteger mine = new AtomicInteger();
  private final String[] keys;
  private final String[] generationKeys;
  private final String process;
  private final RedisConnection connection;
  private final Time time;
  private final ScriptClock clock;

  /** The generation of Redis that knows what is counted here; empty before the first. */
  private volatile String generation = "";

  private volatile long lastUsed;

  /** Whether Redis may have counted otherwise. */
  private volatile boolean unsure;

  DailyCharges(
      String state,
      String day,
      String process,
      RedisConnection connection,
      Time time,
      ScriptClock clock) {
    this.keys = new String[] {state, day};
    this.generationKeys = new String[] {state};
    this.process = process;
    this.connection = connection;
    this.time = time;
    this.clock = clock;
    this.lastUsed = time.nanos();
  }

  /** Whether nobody has asked for so long that the day is over, whatever the clock says of it. */
  boolean isOver() {
    return time.nanos() - lastUsed > LASTS.toNanos();
  }

  Outcome take(int most) throws RedisAwayException, InterruptedException {
    lastUsed = time.nanos();
    while (true) {
      if (unsure) {
        recount();
      }
      String known = generation;
      List<Object> said = counted(known, most);
      String now = String.valueOf(said.get(1));
      int what = ((Number) said.get(0)).intValue();
      if (what == UNTOLD) {
        recount();
        continue;
      }
      if (known.isEmpty()) {
        generation = now;
      }
      return switch (what) {
        case COUNTED -> Outcome.COUNTED;
        case REACHED -> Outcome.REACHED;
        case TOO_EARLY -> Outcome.TOO_EARLY;
        default -> throw new IllegalStateException("the script says " + what);
      };
    }
  }

  private List<Object> counted(String known, int most)
      throws RedisAwayException, InterruptedException {
    Lock shared = lock.readLock();
    shared.lockInterruptibly();
    boolean heard = false;
    try {
      List<Object> said =
          connection.reply(run(Script.CHARGE, keys, known, process, String.valueOf(most)));
      heard = true;
      if (((Number) said.get(0)).intValue() == COUNTED) {
        mine.incrementAndGet();
      }
      return said;
    } finally {
      if (!heard) {
        unsure = true;
      }
      shared.unlock();
    }
  }

  /** One less. Told at the next occasion, where it cannot be told now. */
  void giveBack() {
    mine.getAndUpdate(count -> Math.max(0, count - 1));
    unsure = true;
    try {
      if (connection.state().isAvailable()) {
        recount();
      }
    } catch (RedisAwayException e) {
      // It is told when Redis is back.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  int used() throws RedisAwayException, InterruptedException {
    if (unsure) {
      recount();
    }
    String total = connection.reply(connection.run(commands -> commands.hget(keys[1], "total")));
    return total == null ? 0 : Integer.parseInt(total);
  }

  void beat() throws RedisAwayException, InterruptedException {
    if (unsure) {
      recount();
    } else if (mine.get() > 0) {
      String known = generation;
      if (!text(run(Script.GENERATION, generationKeys, "")).equals(known)) {
        recount();
      }
    }
  }

  void returning() throws RedisAwayException, InterruptedException {
    if (unsure || mine.get() > 0) {
      recount();
    }
  }

  /** Tells Redis what this process has counted. */
  private void recount() throws RedisAwayException, InterruptedException {
    Lock alone = lock.writeLock();
    alone.lockInterruptibly();
    try {
      // Before the count is read: what is given back from now on is told once more.
      unsure = false;
      boolean heard = false;
      try {
        generation = text(run(Script.RECOUNT, keys, process, String.valueOf(mine.get())));
        heard = true;
      } finally {
        if (!heard) {
          unsure = true;
        }
      }
    } finally {
      alone.unlock();
    }
  }

  private String text(CompletableFuture<List<Object>> reply)
      throws RedisAwayException, InterruptedException {
    return String.valueOf(connection.reply(reply).get(0));
  }

  private CompletableFuture<List<Object>> run(Script script, String[] on, String... args) {
    String[] all = new String[args.length + 2];
    all[0] = clock.micros();
    all[1] = Micros.text(RedisChargeCounter.CLOSURE);
    System.arraycopy(args, 0, all, 2, args.length);
    return connection.run(script, on, all);
  }
}
