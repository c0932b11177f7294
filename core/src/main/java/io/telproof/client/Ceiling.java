package io.telproof.client;

import io.telproof.Answer;
import io.telproof.CallContext;
import io.telproof.Check;
import io.telproof.Failure;
import io.telproof.Kind;
import io.telproof.VerificationException;
import io.telproof.spi.Capability;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * Stands around one attempt at one provider and refuses it where the day's charges for the check
 * are used up. A charge is taken before the question is put, because what others are about to spend
 * counts too; it is given back where the outcome was certainly free. Thread-safe.
 */
final class Ceiling<Q, V> implements Check<Q, V> {
  private final Check<Q, V> next;
  private final DayBudget budget;
  private final Capability capability;
  private final String provider;

  Ceiling(Check<Q, V> next, DayBudget budget, Capability capability, String provider) {
    this.next = next;
    this.budget = budget;
    this.capability = capability;
    this.provider = provider;
  }

  @Override
  public Answer<V> check(Q query, CallContext context) {
    Supplier<Answer<V>> question = () -> next.check(query, context);
    return budget.take().orElseThrow(this::reached).spendOn(question);
  }

  private VerificationException reached() {
    return new VerificationException(
        Failure.of(
            Kind.QUOTA,
            provider,
            capability.key(),
            "the configured ceiling of "
                + budget.perDay().charges()
                + " charges a day for "
                + capability.key()
                + " is reached; nothing was sent; it opens again in "
                + spoken(budget.untilTomorrow())
                + " at the latest"));
  }

  private static String spoken(Duration wait) {
    long minutes = wait.plusMinutes(1).minusNanos(1).toMinutes();
    return minutes / 60 + " h " + minutes % 60 + " min";
  }
}
