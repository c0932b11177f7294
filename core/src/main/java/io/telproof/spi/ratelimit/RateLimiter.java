package io.telproof.spi.ratelimit;

import java.time.Duration;
import java.util.OptionalInt;

/**
 * One limit of one vendor. In any window of the period no more requests are sent than the limit has
 * permits; permits are given in the order in which they were asked for. Thread-safe.
 */
public interface RateLimiter {
  /**
   * Waits for a permit to send one request.
   *
   * @param within the time the caller has
   * @return a {@link Permit}; or {@link Rejected}, at once, where the wait would outlast that time
   * @throws InterruptedException if the thread is interrupted before or while it waits; no permit
   *     is used up
   */
  Admission acquire(Duration within) throws InterruptedException;

  /** How many permits could be had now without waiting; empty where that cannot be told. */
  default OptionalInt available() {
    return OptionalInt.empty();
  }

  /** What comes of asking for a permit. */
  sealed interface Admission {}

  /**
   * The right to send one request. Its slot comes back one period after the request was sent, not
   * after the permit was given, so that a slow connect cannot push two windows together at the
   * vendor.
   */
  non-sealed interface Permit extends Admission, AutoCloseable {
    /** The request has just been written out. Called again, it does nothing. */
    void sent();

    /**
     * The exchange is over. Where nothing was sent, the slot comes back at once; where something
     * was, the vendor has counted it by now. Called again, it does nothing.
     */
    @Override
    void close();
  }

  /**
   * There will be no permit in the time given.
   *
   * @param retryAfter when there could be one, counted from now
   */
  record Rejected(Duration retryAfter) implements Admission {}
}
