package io.telproof.client.internal.pipeline;

import io.telproof.Answer;
import io.telproof.CallContext;
import io.telproof.Gap;
import io.telproof.VerificationException;
import io.telproof.client.Agreement;
import io.telproof.client.internal.event.AnswerComparison;
import io.telproof.client.internal.event.Callbacks;
import io.telproof.client.internal.routing.Route;
import io.telproof.client.internal.routing.ShadowRoute;
import io.telproof.spi.time.Time;
import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks a second provider beside the first for a share of the answered questions, within a budget,
 * and has both answers compared. The caller gets the first one's answer, at once, whatever becomes
 * of the second. Thread-safe.
 */
final class ShadowStage<Q, V> implements Stage<Q, V> {
  private static final Logger LOG = LoggerFactory.getLogger(ShadowStage.class);
  private static final Duration WITHIN = Duration.ofSeconds(10);

  private final Stage<Q, V> next;
  private final Candidate<Q, V> shadow;
  private final Route route;
  private final ShadowRoute beside;
  private final DailyBudget budget;
  private final RandomGenerator random;
  private final ShadowExecutor shadows;
  private final Time time;

  /**
   * Asks a shadow beside {@code next}.
   *
   * @param beside the shadow of the route
   * @param random must be safe for many threads, as {@link java.util.Random} is
   */
  ShadowStage(
      Stage<Q, V> next,
      Candidate<Q, V> shadow,
      Route route,
      ShadowRoute beside,
      DailyBudget budget,
      RandomGenerator random,
      ShadowExecutor shadows,
      Time time) {
    this.next = next;
    this.shadow = shadow;
    this.route = route;
    this.beside = beside;
    this.budget = budget;
    this.random = random;
    this.shadows = shadows;
    this.time = time;
  }

  @Override
  public Answer<V> ask(Q query, Call call) {
    Answer<V> answer = next.ask(query, call);
    Callbacks.run("the choice of a shadow", () -> choose(query, call.context(), answer), LOG);
    return answer;
  }

  private void choose(Q query, CallContext context, Answer<V> answer) {
    if (isCovered(answer)
        && shadow.serves(query)
        && route.compares(answer.receipt())
        && random.nextDouble() < beside.sample().fraction()) {
      shadows.submit(() -> ask(query, beside(context), answer));
    }
  }

  /** The key is that of the first one's question: nothing that a shadow costs is told under it. */
  private static CallContext beside(CallContext context) {
    return context.withTimeLeft(WITHIN).withLongestWait(WITHIN).withoutKey();
  }

  private static boolean isCovered(Answer<?> answer) {
    return !(answer instanceof Answer.Unknown<?> unknown) || unknown.gap() != Gap.NOT_COVERED;
  }

  // The budget is asked here, so that what was dropped for want of room has not used it.
  private void ask(Q query, CallContext context, Answer<V> answer) {
    budget
        .reserve()
        .ifPresent(
            reservation ->
                compared(query, context, answer, reservation)
                    .ifPresent(
                        agreement ->
                            shadows.compared(
                                route.check(),
                                answer.receipt().provider(),
                                beside.provider(),
                                agreement)));
  }

  /** Empty where the shadow was not asked, because its vendor refuses the number: that is known. */
  private Optional<Agreement> compared(
      Q query, CallContext context, Answer<V> answer, DailyBudget.Reservation reservation) {
    try {
      Answer<V> theirs = reservation.spendOn(() -> shadow.ask(query, Call.begin(context, time)));
      shadows.asked(
          route.check(), beside.provider(), theirs.receipt().charge(), theirs.receipt().earlier());
      return Optional.of(AnswerComparison.of(answer, theirs));
    } catch (VerificationException e) {
      boolean skipped = e.failure().skipped() && e.isFree();
      if (!skipped) {
        shadows.asked(route.check(), beside.provider(), e.charge(), e.earlier());
      }
      return skipped && e.failure().refusedUntil().isPresent()
          ? Optional.empty()
          : Optional.of(Agreement.FAILED);
    } catch (RuntimeException | Error e) {
      // What was thrown may quote the question: its class is all that can be told.
      LOG.warn("the shadow {} threw {}", beside.provider(), e.getClass().getName());
      return Optional.of(Agreement.FAILED);
    }
  }
}
