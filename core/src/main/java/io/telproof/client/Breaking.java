package io.telproof.client;

import io.telproof.Answer;
import io.telproof.CallContext;
import io.telproof.Check;
import io.telproof.VerificationException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks while the breaker lets it, and tells the breaker what came of it. */
final class Breaking<Q, V> implements Check<Q, V> {
  private static final Logger LOG = LoggerFactory.getLogger(Breaking.class);

  private final Check<Q, V> next;
  private final Breaker breaker;

  Breaking(Check<Q, V> next, Breaker breaker) {
    this.next = next;
    this.breaker = breaker;
  }

  @Override
  public Answer<V> check(Q query, CallContext context) {
    breaker.admit();
    Answer<V> answer;
    try {
      answer = next.check(query, context);
    } catch (VerificationException e) {
      tell(() -> breaker.failed(e));
      throw e;
    } catch (Throwable e) {
      tell(breaker::unclear);
      throw e;
    }
    tell(breaker::well);
    return answer;
  }

  /** Where it cannot be told, what the breaker let through is given back to it all the same. */
  private void tell(Runnable outcome) {
    Aside.run(
        "a breaker",
        () -> {
          boolean told = false;
          try {
            outcome.run();
            told = true;
          } finally {
            if (!told) {
              breaker.unclear();
            }
          }
        },
        LOG);
  }
}
