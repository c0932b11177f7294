package io.telproof.client;

import io.telproof.Answer;
import io.telproof.CallContext;
import io.telproof.Check;
import io.telproof.VerificationException;
import io.telproof.spi.Deadline;
import io.telproof.spi.Time;
import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Asks the same provider again where the failure's kind allows it: a few attempts inside one
 * deadline, fewer where the vendor's code allows fewer, after the wait that the vendor asked for or
 * else after a random one. What may have been carried out is never asked again.
 */
final class Retry<Q, V> implements Check<Q, V> {
  private final Check<Q, V> next;
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
  Retry(Check<Q, V> next, RetrySettings settings, boolean last, Time time, RandomGenerator random) {
    this.next = next;
    this.settings = settings;
    this.last = last;
    this.time = time;
    this.random = random;
  }

  @Override
  public Answer<V> check(Q query, CallContext context) {
    Deadline deadline = Deadline.in(context.within(), time);
    Duration kept = last ? Duration.ZERO : deadline.left().dividedBy(2);
    Tried tried = new Tried();
    CallContext left = context;
    for (int before = 0; ; before++) {
      long started = time.nanos();
      try {
        return tried.before(next.check(query, left));
      } catch (VerificationException e) {
        Duration elapsed = Duration.ofNanos(time.nanos() - started);
        Duration wait = e.retryAfter().isPresent() ? e.retryAfter().get() : backoff(before);
        if (!e.kind().again()
            || before >= repeats(e)
            || wait.plus(kept).compareTo(deadline.left()) >= 0
            || !waited(wait)) {
          throw tried.before(e);
        }
        Duration rest = deadline.left();
        if (rest.isZero()) {
          throw tried.before(e);
        }
        tried.add(e, elapsed);
        left = context.withTimeLeft(rest);
      }
    }
  }

  private int repeats(VerificationException e) {
    int most = settings.attempts() - 1;
    return Math.min(most, e.failure().repeats().orElse(most));
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
