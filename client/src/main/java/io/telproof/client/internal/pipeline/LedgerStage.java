package io.telproof.client.internal.pipeline;

import io.telproof.Answer;
import io.telproof.VerificationException;
import io.telproof.client.internal.event.Callbacks;
import io.telproof.client.internal.ledger.LedgerAttempt;
import io.telproof.client.internal.ledger.LedgerAttempts;
import io.telproof.spi.CheckType;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes one attempt at one provider into the ledger: its intent, once a permit is had and before
 * anything is sent, and what came of it. A provider whose permits cannot be seen has its intent
 * written before it is asked. Thread-safe.
 */
final class LedgerStage<Q, V> implements Stage<Q, V> {
  private static final Logger LOG = LoggerFactory.getLogger(LedgerStage.class);

  private final Stage<Q, V> next;
  private final LedgerAttempts attempts;
  private final CheckType check;
  private final String provider;
  private final Function<Q, Optional<String>> operation;
  private final boolean takesPermits;

  /**
   * Stands around the check of a provider.
   *
   * @param operation the vendor's name of what is asked a question, where the provider tells
   * @param takesPermits whether the provider takes its permits from the limiters of this client
   */
  LedgerStage(
      Stage<Q, V> next,
      LedgerAttempts attempts,
      CheckType check,
      String provider,
      Function<Q, Optional<String>> operation,
      boolean takesPermits) {
    this.next = next;
    this.attempts = attempts;
    this.check = check;
    this.provider = provider;
    this.operation = operation;
    this.takesPermits = takesPermits;
  }

  @Override
  public Answer<V> ask(Q query, Call call) {
    LedgerAttempt attempt =
        attempts.begin(check, provider, operation.apply(query), query, call.context());
    try {
      return written(attempt, query, call);
    } finally {
      attempt.end();
    }
  }

  private Answer<V> written(LedgerAttempt attempt, Q query, Call call) {
    if (!takesPermits && !call.isOver()) {
      attempt.intend();
    }
    Answer<V> answer;
    try {
      answer = next.ask(query, call);
    } catch (VerificationException e) {
      tell(() -> attempt.failed(e.failure()));
      throw e;
    } catch (Throwable e) {
      tell(attempt::broken);
      throw e;
    }
    tell(() -> attempt.answered(answer));
    return answer;
  }

  /** The clock is the application's, and takes no answer away that was paid for. */
  private static void tell(Runnable outcome) {
    Callbacks.run("what settles an intent", outcome, LOG);
  }
}
