package io.telproof.spi.ratelimit;

import io.telproof.spi.time.Time;
import java.time.Duration;
import java.util.Map;

/**
 * The limits of one operation of one vendor. In any window of a limit's period no more requests
 * reach the vendor than the limit has permits; permits are given in the order in which they were
 * asked for. Thread-safe.
 */
public interface RateLimiter {
  /** {@return the limiter of what no vendor counts: there is a permit at once, whoever asks} */
  static RateLimiter none() {
    return NoLimit.INSTANCE;
  }

  /**
   * Waits for a permit to send one request.
   *
   * @param within the time the caller has
   * @return a {@link Permit}; or {@link Rejected}, at once, where the wait would outlast that time
   * @throws InterruptedException if the thread is interrupted before or while it waits; no permit
   *     is used up
   */
  Admission acquire(Duration within) throws InterruptedException;

  /**
   * {@return a limiter of what the vendor counts twice: for this limit and for the other one, such
   * as that of the operation and that of the account} A permit of it is one of each. Thread-safe.
   *
   * @param other the limiter that is asked too
   * @param time the clock by which the wait for the second is counted
   */
  default RateLimiter and(RateLimiter other, Time time) {
    return new JointLimiter(this, other, time);
  }

  /**
   * {@return how many permits each limit has left at this moment, the shortest period first; empty
   * where that cannot be told}
   */
  default Map<RateLimit, Integer> left() {
    return Map.of();
  }

  /** What comes of asking for a permit. */
  sealed interface Admission {}

  /**
   * The right to send one request. Its slot comes back one period after the request was sent, not
   * after the permit was given, so that a slow connect cannot push two windows together at the
   * vendor; and as much later as two requests' ways to the vendor can differ, unless the reply says
   * sooner that the vendor has counted.
   */
  non-sealed interface Permit extends Admission, AutoCloseable {
    /**
     * {@return whether it may still be used} Looked at right before the first byte leaves: what is
     * kept for many processes has to end where its process stood still for too long.
     */
    default boolean isValid() {
      return true;
    }

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
   * @param reason why, for people: the beginning of a sentence that goes on with "nothing was sent"
   */
  record Rejected(Duration retryAfter, String reason) implements Admission {
    /**
     * The usual reason: the turn comes too late.
     *
     * @param retryAfter how long to wait before a permit may be had
     */
    public Rejected(Duration retryAfter) {
      this(retryAfter, "the wait for a permit would outlast the time that there is for it");
    }
  }
}
