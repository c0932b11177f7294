package io.telproof.client;

import io.telproof.Answer;
import io.telproof.CallContext;
import io.telproof.Check;
import io.telproof.VerificationException;

/** Asks while the breaker lets it, and tells the breaker what came of it. */
final class Breaking<Q, V> implements Check<Q, V> {
  private final Check<Q, V> next;
  private final Breaker breaker;

  Breaking(Check<Q, V> next, Breaker breaker) {
    this.next = next;
    this.breaker = breaker;
  }

  @Override
  public Answer<V> check(Q query, CallContext context) {
    breaker.admit();
    boolean told = false;
    try {
      Answer<V> answer = next.check(query, context);
      told = true;
      breaker.well();
      return answer;
    } catch (VerificationException e) {
      told = true;
      breaker.failed(e);
      throw e;
    } finally {
      if (!told) {
        breaker.unclear();
      }
    }
  }
}
