package io.telproof.client.internal.pipeline;

import io.telproof.Answer;
import io.telproof.Gap;
import io.telproof.VerificationException;
import java.util.Iterator;
import java.util.List;

/**
 * Asks the one provider of a route that serves the number or contact, where what one provider knows
 * no other does: a code that was sent, a number that was bought. The next one is asked only where
 * the one before it does not serve the number, and said so without asking its vendor. A failure is
 * the outcome.
 */
final class CoverageStage<Q, V> implements Stage<Q, V> {
  private final List<Candidate<Q, V>> candidates;

  /**
   * The providers of one route.
   *
   * @param candidates one or more
   */
  CoverageStage(List<Candidate<Q, V>> candidates) {
    this.candidates = List.copyOf(candidates);
  }

  @Override
  public Answer<V> ask(Q query, Call call) {
    AttemptLog tried = new AttemptLog();
    Iterator<Candidate<Q, V>> rest = candidates.iterator();
    while (true) {
      Candidate<Q, V> candidate = rest.next();
      Answer<V> answer;
      try {
        answer = candidate.ask(query, call);
      } catch (VerificationException e) {
        throw tried.before(e);
      }
      if (!rest.hasNext() || !isNotServed(answer)) {
        return tried.before(answer);
      }
      tried.add(answer.receipt(), candidate.objection(query));
    }
  }

  /** What a vendor was asked is its own: the code may have been sent, or be known there alone. */
  private static boolean isNotServed(Answer<?> answer) {
    return answer instanceof Answer.Unknown<?> unknown
        && unknown.gap() == Gap.NOT_COVERED
        && unknown.receipt().isUnsent();
  }
}
