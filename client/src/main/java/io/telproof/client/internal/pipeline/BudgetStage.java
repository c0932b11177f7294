package io.telproof.client.internal.pipeline;

import io.telproof.Answer;
import io.telproof.Failure;
import io.telproof.FailureKind;
import io.telproof.VerificationException;
import io.telproof.spi.CheckType;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Stands around one attempt at one provider and refuses it where the day's charges for the check
 * are used up. A charge is taken before the question is put, because what others are about to spend
 * counts too; it is given back where the outcome was certainly free. Thread-safe.
 */
final class BudgetStage<Q, V> implements Stage<Q, V> {
  private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

  private final Stage<Q, V> next;
  private final DailyBudget budget;
  private final CheckType check;
  private final String provider;

  BudgetStage(Stage<Q, V> next, DailyBudget budget, CheckType check, String provider) {
    this.next = next;
    this.budget = budget;
    this.check = check;
    this.provider = provider;
  }

  @Override
  public Answer<V> ask(Q query, Call call) {
    Supplier<Answer<V>> question = () -> next.ask(query, call);
    DailyBudget.Reservation reservation = budget.reservation();
    return switch (reservation.take()) {
      case COUNTED -> reservation.spendOn(question);
      case REACHED -> throw reached();
      case TOO_EARLY -> throw unknown(budget.tooEarly(check) + "; nothing was sent; ask again");
      case AWAY ->
          throw unknown(budget.away(check) + "; nothing was sent; look at telproof.limits");
    };
  }

  /** What others have spent is not known: to spend another charge could be one too many. */
  private VerificationException unknown(String reason) {
    return new VerificationException(
        Failure.of(FailureKind.THROTTLED, provider, check.key(), reason)
            .withSkipped(true)
            .withRetryAfter(RETRY_AFTER)
            .withMaxRetries(0));
  }

  private VerificationException reached() {
    return new VerificationException(
        Failure.of(
                FailureKind.QUOTA,
                provider,
                check.key(),
                budget.reached(check) + "; nothing was sent; " + budget.opensAgain())
            .withSkipped(true)
            .withRetryAfter(budget.untilTomorrow()));
  }
}
