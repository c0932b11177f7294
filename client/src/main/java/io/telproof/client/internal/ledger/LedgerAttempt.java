package io.telproof.client.internal.ledger;

import io.telproof.Answer;
import io.telproof.CallContext;
import io.telproof.Charge;
import io.telproof.Failure;
import io.telproof.FailureKind;
import io.telproof.Receipt;
import io.telproof.VerificationException;
import io.telproof.spi.CheckType;
import io.telproof.spi.ledger.Intent;
import io.telproof.spi.ledger.LedgerException;
import io.telproof.spi.ledger.Settlement;
import io.telproof.spi.time.Stopwatch;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One attempt at one provider: one intent, however often the gateway has to send, and one
 * settlement. What took no permit and cost nothing leaves no trace. For the thread that began it.
 */
public final class LedgerAttempt {
  private final LedgerAttempts attempts;
  private final @Nullable LedgerAttempt outer;
  private final CheckType check;
  private final String provider;
  private final Optional<String> operation;
  private final Object query;
  private final CallContext context;
  private final Stopwatch stopwatch;
  private @Nullable Intent intent;

  /** One whose writing failed; it may stand in the ledger all the same. */
  private @Nullable Intent uncertain;

  LedgerAttempt(
      LedgerAttempts attempts,
      @Nullable LedgerAttempt outer,
      CheckType check,
      String provider,
      Optional<String> operation,
      Object query,
      CallContext context) {
    this.attempts = attempts;
    this.outer = outer;
    this.check = check;
    this.provider = provider;
    this.operation = operation;
    this.query = query;
    this.context = context;
    this.stopwatch = Stopwatch.start(attempts.time());
  }

  /** Writes the intent of a provider that takes no permit which could be seen. */
  public void intend() {
    intend(check.key());
  }

  /**
   * Writes the intent, unless it was written.
   *
   * @param otherwise the operation, where the provider has none or several for the check
   * @throws VerificationException UNAVAILABLE and free, if it cannot be written and must be
   */
  void intend(String otherwise) {
    if (intent != null || uncertain != null) {
      return;
    }
    try {
      write(otherwise);
    } catch (LedgerException e) {
      if (attempts.required()) {
        throw new VerificationException(unwritten(otherwise, e));
      }
    }
  }

  private void write(String otherwise) throws LedgerException {
    Intent written =
        Intent.of(
            attempts.nextId(),
            attempts.time().now(),
            check,
            provider,
            operation.orElse(otherwise),
            attempts.subject(query),
            context);
    if (context.key().isPresent()) {
      written = written.withKey(attempts.key(context.key().get(), check, query));
    }
    try {
      attempts.ledger().intend(written);
    } catch (LedgerException e) {
      uncertain = written;
      throw e;
    }
    intent = written;
  }

  private Failure unwritten(String otherwise, LedgerException e) {
    return Failure.of(
            FailureKind.UNAVAILABLE,
            provider,
            operation.orElse(otherwise),
            "the question could not be written into the ledger ("
                + e.getMessage()
                + "); nothing was sent; look at telproof.ledger")
        .withSkipped(true)
        .withMaxRetries(0);
  }

  /** Writes that it was answered. */
  public void answered(Answer<?> answer) {
    Receipt receipt = answer.receipt();
    settle(
        receipt.operation(),
        receipt.charge(),
        (id, at) -> Settlement.answered(id, at, Outcomes.of(answer), receipt));
  }

  /** Writes that it failed. */
  public void failed(Failure failure) {
    settle(
        failure.operation(),
        failure.charge(),
        (id, at) -> Settlement.failed(id, at, failure, stopwatch.elapsed()));
  }

  /** Writes that the provider threw what it must not: nobody knows how far it came. */
  public void broken() {
    settle(
        check.key(),
        Charge.POSSIBLE,
        (id, at) ->
            new Settlement(
                id,
                at,
                Settlement.BROKEN,
                Charge.POSSIBLE,
                Optional.empty(),
                Optional.empty(),
                stopwatch.elapsed()));
  }

  /** Makes a settlement of an intent. */
  @FunctionalInterface
  private interface Ending {
    Settlement of(String id, Instant at);
  }

  private void settle(String otherwise, Charge charge, Ending ending) {
    if (intent == null && uncertain == null && charge != Charge.FREE) {
      try {
        write(otherwise);
      } catch (LedgerException e) {
        // It was logged, and the question is over.
      }
    }
    if (intent != null) {
      attempts.ledger().settle(ending.of(intent.id(), attempts.time().now()));
    } else if (uncertain != null) {
      attempts.ledger().settleUncertain(ending.of(uncertain.id(), attempts.time().now()));
    }
  }

  /** Ends it on this thread. */
  public void end() {
    attempts.end(outer);
  }

  /** Nothing of what is asked. */
  @Override
  public String toString() {
    return "LedgerAttempt[***]";
  }
}
