package io.telproof.spi.time;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;

/**
 * What the environment knows of time: the wall clock for signatures, monotonic nanoseconds for
 * limits and deadlines, and waiting. Implementations are thread-safe. Tests move it by hand.
 */
public interface Time {
  /** {@return the wall clock, for signatures and receipts} It may jump. */
  Instant now();

  /**
   * Monotonic nanoseconds from an arbitrary origin; only differences mean anything.
   *
   * @return the nanoseconds
   */
  long nanos();

  /**
   * Waits for at least so long.
   *
   * @param duration how long to wait; zero or less is no wait
   * @throws InterruptedException if the thread is interrupted before or while it waits
   */
  void await(Duration duration) throws InterruptedException;

  /**
   * Waits until the signal is given, or for at least so long, whichever is first; not at all where
   * it is given already. May return sooner.
   *
   * <p>A time that can wake who waits does so. This one cannot: it waits for the whole duration. A
   * {@link io.telproof.spi.ratelimit.RateLimiter} kept by it stays exact and in order, but of those
   * who wait for a permit all but the first then sleep on theirs until the time that they have is
   * over, and most of the limit is not used.
   *
   * @param atMost how long to wait at most
   * @param signal is given once it is done, however that is
   * @throws InterruptedException if the thread is interrupted before or while it waits
   */
  default void await(Duration atMost, CompletableFuture<?> signal) throws InterruptedException {
    await(signal.isDone() ? Duration.ZERO : atMost);
  }

  /** {@return the time of this machine} */
  static Time system() {
    return SystemTime.INSTANCE;
  }
}
