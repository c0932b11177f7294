package io.telproof.client.internal.pipeline;

import io.telproof.Answer;
import io.telproof.VerificationException;
import io.telproof.spi.time.Stopwatch;
import io.telproof.spi.time.Time;
import java.util.Iterator;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Asks the providers of a route in turn, while the failure's kind or the gap allows to go
 * elsewhere, there is time left, and another charge can be afforded. What may have been carried out
 * is never asked elsewhere.
 */
final class FailoverStage<Q, V> implements Stage<Q, V> {
  private final List<Stage<Q, V>> candidates;
  private final BooleanSupplier affordable;
  private final Time time;

  /**
   * The providers of one route.
   *
   * @param candidates one or more
   * @param affordable whether another question may be charged
   */
  FailoverStage(List<Stage<Q, V>> candidates, BooleanSupplier affordable, Time time) {
    this.candidates = List.copyOf(candidates);
    this.affordable = affordable;
    this.time = time;
  }

  @Override
  public Answer<V> ask(Q query, Call call) {
    AttemptLog tried = new AttemptLog();
    Iterator<Stage<Q, V>> rest = candidates.iterator();
    while (true) {
      Stage<Q, V> candidate = rest.next();
      Stopwatch stopwatch = Stopwatch.start(time);
      Answer<V> answer;
      try {
        answer = candidate.ask(query, rest.hasNext() ? hurried(call) : call);
      } catch (VerificationException e) {
        if (!e.kind().failover() || !goesOn(rest, call)) {
          throw tried.before(e);
        }
        tried.add(e, stopwatch.elapsed());
        continue;
      }
      if (!elsewhere(answer)) {
        return tried.before(answer);
      }
      if (!goesOn(rest, call)) {
        return tried.unlessFailed(answer);
      }
      tried.add(answer.receipt());
    }
  }

  /** Somebody idle can be asked: a tenth of the time is enough to wait for a limit. */
  private static Call hurried(Call call) {
    return call.withLongestWait(call.left().dividedBy(10));
  }

  private boolean goesOn(Iterator<?> rest, Call call) {
    return rest.hasNext()
        && !call.isOver()
        && !Thread.currentThread().isInterrupted()
        && affordable.getAsBoolean();
  }

  private static boolean elsewhere(Answer<?> answer) {
    return answer instanceof Answer.Unknown<?> unknown && unknown.gap().failover();
  }
}
