package io.telproof.client;

import io.telproof.Answer;
import io.telproof.CallContext;
import io.telproof.Check;
import io.telproof.VerificationException;
import io.telproof.spi.Deadline;
import io.telproof.spi.Time;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Asks the providers of a route in turn, while the failure's kind or the gap allows to go
 * elsewhere, there is time left, and another charge can be afforded. What may have been carried out
 * is never asked elsewhere.
 */
final class Failover<Q, V> implements Check<Q, V> {
  private final List<Check<Q, V>> candidates;
  private final BooleanSupplier affordable;
  private final Time time;

  /**
   * A route.
   *
   * @param candidates one or more
   * @param affordable whether another question may be charged
   */
  Failover(List<Check<Q, V>> candidates, BooleanSupplier affordable, Time time) {
    this.candidates = List.copyOf(candidates);
    this.affordable = affordable;
    this.time = time;
  }

  @Override
  public Answer<V> check(Q query, CallContext context) {
    Deadline deadline = Deadline.in(context.within(), time);
    Tried tried = new Tried();
    CallContext left = context;
    Iterator<Check<Q, V>> rest = candidates.iterator();
    while (true) {
      Check<Q, V> candidate = rest.next();
      long started = time.nanos();
      Answer<V> answer;
      try {
        answer = candidate.check(query, rest.hasNext() ? hurried(left) : left);
      } catch (VerificationException e) {
        Duration still = deadline.left();
        if (!e.kind().elsewhere() || !goesOn(rest, still)) {
          throw tried.before(e);
        }
        tried.add(e, Duration.ofNanos(time.nanos() - started));
        left = context.withTimeLeft(still);
        continue;
      }
      if (!elsewhere(answer)) {
        return tried.before(answer);
      }
      Duration still = deadline.left();
      if (!goesOn(rest, still)) {
        return tried.unlessFailed(answer);
      }
      tried.add(answer.receipt());
      left = context.withTimeLeft(still);
    }
  }

  /** Somebody idle can be asked: a tenth of the time is enough to wait for a limit. */
  private static CallContext hurried(CallContext context) {
    Duration tenth = context.within().dividedBy(10);
    return tenth.compareTo(context.longestWait()) < 0 ? context.withLongestWait(tenth) : context;
  }

  private boolean goesOn(Iterator<?> rest, Duration still) {
    return rest.hasNext()
        && !still.isZero()
        && !Thread.currentThread().isInterrupted()
        && affordable.getAsBoolean();
  }

  private static boolean elsewhere(Answer<?> answer) {
    return answer instanceof Answer.Unknown<?> unknown && unknown.gap().elsewhere();
  }
}
