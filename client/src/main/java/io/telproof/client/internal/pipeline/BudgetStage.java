package io.telproof.client.internal.pipeline;

import io.telproof.Answer;
import io.telproof.Failure;
import io.telproof.FailureKind;
import io.telproof.VerificationException;
import io.telproof.spi.CheckType;
import java.util.function.Supplier;

/**
 * Stands around one attempt at one provider and refuses it where the day's charges for the check
 * are used up. A charge is taken before the question is put, because what others are about to spend
 * counts too; it is given back where the outcome was certainly free. Thread-safe.
 */
final class BudgetStage<Q, V> implements Stage<Q, V> {
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
    return budget.reserve().orElseThrow(this::reached).spendOn(question);
  }

  private VerificationException reached() {
    return new VerificationException(
        Failure.of(
                FailureKind.QUOTA,
                provider,
                check.key(),
                budget.reached(check) + "; nothing was sent; " + budget.opensAgain())
            .withRetryAfter(budget.untilTomorrow()));
  }
}
