package io.telproof.client;

import io.telproof.Answer;
import io.telproof.CallContext;
import io.telproof.Check;
import io.telproof.Gap;
import io.telproof.VerificationException;
import io.telproof.spi.Capability;
import java.time.Duration;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a second provider beside the first for a share of the answered questions, within a budget,
 * and has both answers compared. The caller gets the first one's answer, at once, whatever becomes
 * of the second. Thread-safe.
 */
final class Shadowed<Q, V> implements Check<Q, V> {
  private static final Logger LOG = LoggerFactory.getLogger(Shadowed.class);
  private static final Duration WITHIN = Duration.ofSeconds(10);

  private final Check<Q, V> next;
  private final Check<Q, V> shadow;
  private final Capability capability;
  private final String shadowName;
  private final Rate sample;
  private final DayBudget budget;
  private final RandomGenerator random;
  private final Shadows shadows;

  /**
   * Asks a shadow beside {@code next}.
   *
   * @param random must be safe for many threads, as {@link java.util.Random} is
   */
  Shadowed(
      Check<Q, V> next,
      Check<Q, V> shadow,
      Capability capability,
      String shadowName,
      Rate sample,
      DayBudget budget,
      RandomGenerator random,
      Shadows shadows) {
    this.next = next;
    this.shadow = shadow;
    this.capability = capability;
    this.shadowName = shadowName;
    this.sample = sample;
    this.budget = budget;
    this.random = random;
    this.shadows = shadows;
  }

  @Override
  public Answer<V> check(Q query, CallContext context) {
    Answer<V> answer = next.check(query, context);
    Aside.run("the choice of a shadow", () -> choose(query, context, answer), LOG);
    return answer;
  }

  private void choose(Q query, CallContext context, Answer<V> answer) {
    if (isCovered(answer) && random.nextDouble() < sample.fraction()) {
      shadows.submit(
          () -> ask(query, context.withTimeLeft(WITHIN).withLongestWait(WITHIN), answer));
    }
  }

  private static boolean isCovered(Answer<?> answer) {
    return !(answer instanceof Answer.Unknown<?> unknown) || unknown.gap() != Gap.NOT_COVERED;
  }

  // The budget is asked here, so that what was dropped for want of room has not used it.
  private void ask(Q query, CallContext context, Answer<V> answer) {
    budget
        .take()
        .ifPresent(
            taken ->
                shadows.compared(
                    capability,
                    answer.receipt().provider(),
                    shadowName,
                    compared(query, context, answer, taken)));
  }

  private Agreement compared(
      Q query, CallContext context, Answer<V> answer, DayBudget.Taken taken) {
    try {
      Answer<V> theirs = taken.spendOn(() -> shadow.check(query, context));
      shadows.asked(capability, shadowName, theirs.receipt().charge(), theirs.receipt().earlier());
      return Comparison.of(answer, theirs);
    } catch (VerificationException e) {
      shadows.asked(capability, shadowName, e.charge(), e.earlier());
      return Agreement.FAILED;
    } catch (RuntimeException | Error e) {
      // What was thrown may quote the question: its class is all that can be told.
      LOG.warn("the shadow {} threw {}", shadowName, e.getClass().getName());
      return Agreement.FAILED;
    }
  }
}
