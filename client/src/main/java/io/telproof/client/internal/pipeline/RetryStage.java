package io.telproof.client.internal.pipeline;

import io.telproof.Answer;
import io.telproof.VerificationException;
import io.telproof.client.internal.config.RetrySettings;
import io.telproof.spi.time.Stopwatch;
import io.telproof.spi.time.Time;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Asks the same provider again where the failure's kind allows it: a few attempts inside one
 * deadline, fewer where the vendor's code allows fewer, after the wait that the vendor asked for or
 * else after a random one. What may have been carried out is never asked again.
 */
final class RetryStage<Q, V> implements Stage<Q, V> {
  private final Stage<Q, V> next;
  private final RetrySettings settings;
  private final boolean last;
  private final Time time;
  private final RandomGenerator random;

  /**
   * Repeats what {@code next} is asked.
   *
   * @param last whether nobody else is asked afterwards; where somebody is, half of the time is
   *     left for them: a vendor that cannot be reached would use up all of it
   */
  RetryStage(
      Stage<Q, V> next, RetrySettings settings, boolean last, Time time, RandomGenerator random) {
    this.next = next;
    this.settings = settings;
    this.last = last;
    this.time = time;
    this.random = random;
  }

  @Override
  public Answer<V> ask(Q query, Call call) {
    Duration kept = last ? Duration.ZERO : call.partOfLeft(2);
    AttemptLog tried = new AttemptLog();
    for (int before = 0; ; before++) {
      Stopwatch stopwatch = Stopwatch.start(time);
      try {
        return tried.before(next.ask(query, call));
      } catch (VerificationException e) {
        Duration elapsed = stopwatch.elapsed();
        Duration wait = e.retryAfter().isPresent() ? e.retryAfter().get() : backoff(before);
        if (!e.kind().retryable()
            || before >= repeats(e)
            || !worth(e, call)
            || wait.plus(kept).compareTo(call.left()) >= 0
            || !waited(wait)
            || call.isOver()) {
          throw tried.before(e);
        }
        tried.add(e, elapsed);
      }
    }
  }

  /** A wait that the vendor asks for is one for its limit: somebody else may be idle meanwhile. */
  private static boolean worth(VerificationException e, Call call) {
    return e.retryAfter().filter(wait -> wait.compareTo(call.longestWait()) > 0).isEmpty();
  }

  private int repeats(VerificationException e) {
    int most = settings.attempts() - 1;
    return Math.min(most, e.failure().maxRetries().orElse(most));
  }

  /** Full jitter: anything from nothing to a bound that doubles each time. */
  private Duration backoff(int attemptsBefore) {
    return Duration.ofNanos(
        random.nextLong((settings.firstBackoff().toNanos() << attemptsBefore) + 1));
  }

  /** Waits, unless the thread is or becomes interrupted: then nothing more is asked. */
  private boolean waited(Duration wait) {
    try {
      time.await(wait);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
