package io.telproof.spi;

import java.time.Duration;
import java.time.Instant;

/**
 * What the environment knows of time: the wall clock for signatures, monotonic nanoseconds for
 * limits and deadlines, and waiting. Implementations are thread-safe. Tests move it by hand.
 */
public interface Time {
  /** The wall clock, for signatures and receipts. It may jump. */
  Instant now();

  /** Monotonic nanoseconds from an arbitrary origin; only differences mean anything. */
  long nanos();

  /**
   * Waits for at least so long.
   *
   * @throws InterruptedException if the thread is interrupted before or while it waits
   */
  void await(Duration duration) throws InterruptedException;

  /** The time of this machine. */
  static Time system() {
    return SystemTime.INSTANCE;
  }
}
