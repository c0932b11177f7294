package io.telproof.client.internal.pipeline;

import io.telproof.Answer;
import io.telproof.VerificationException;
import io.telproof.client.internal.event.Callbacks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks while the breaker lets it, and tells the breaker what came of it. */
final class CircuitBreakerStage<Q, V> implements Stage<Q, V> {
  private static final Logger LOG = LoggerFactory.getLogger(CircuitBreakerStage.class);

  private final Stage<Q, V> next;
  private final Breaker breaker;

  CircuitBreakerStage(Stage<Q, V> next, Breaker breaker) {
    this.next = next;
    this.breaker = breaker;
  }

  @Override
  public Answer<V> ask(Q query, Call call) {
    breaker.admit();
    Answer<V> answer;
    try {
      answer = next.ask(query, call);
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
    Callbacks.run(
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
