package io.telproof.spi.time;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

/** Time that a test moves; waiting takes no real time, it moves this one. Thread-safe. */
public final class HandTime implements Time {
  private final InstantSource clock;
  private final LongSupplier nanos;
  private volatile Runnable atEachUse = () -> {};
  private Duration moved = Duration.ZERO;

  /** Time that stands at this instant until it is moved. */
  public HandTime(String start) {
    this(InstantSource.fixed(Instant.parse(start)), () -> 0);
  }

  private HandTime(InstantSource clock, LongSupplier nanos) {
    this.clock = clock;
    this.nanos = nanos;
  }

  /** Time that goes on as another does, and is ahead of it by as much as it is moved. */
  public static HandTime over(Time time) {
    return new HandTime(time::now, time::nanos);
  }

  /** Time that goes on as that of this machine does, and is wrong by so much. */
  public static HandTime wrongBy(Duration ahead) {
    HandTime time = over(Time.system());
    time.advance(ahead);
    return time;
  }

  /** Moves it, back if the duration is negative. */
  public synchronized void advance(Duration duration) {
    moved = moved.plus(duration);
  }

  /** How much it was moved since it was made. */
  public synchronized Duration passed() {
    return moved;
  }

  /**
   * Does this before each reading and each wait from now on, on the thread that reads or waits.
   * What it throws is what the reading or the wait throws.
   */
  public void atEachUse(Runnable action) {
    atEachUse = action;
  }

  /** Does this before the reading or wait that comes after so many others, and before no later. */
  public void afterUses(int uses, Runnable action) {
    AtomicInteger left = new AtomicInteger(uses);
    atEachUse(
        () -> {
          if (left.getAndDecrement() == 0) {
            action.run();
          }
        });
  }

  @Override
  public Instant now() {
    atEachUse.run();
    return clock.instant().plus(passed());
  }

  @Override
  public long nanos() {
    atEachUse.run();
    return nanos.getAsLong() + passed().toNanos();
  }

  @Override
  public void await(Duration duration) throws InterruptedException {
    atEachUse.run();
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    advance(duration);
  }
}
