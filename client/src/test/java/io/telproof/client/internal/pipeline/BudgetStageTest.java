package io.telproof.client.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.telproof.Answer;
import io.telproof.Attempt;
import io.telproof.Charge;
import io.telproof.Check;
import io.telproof.FailureKind;
import io.telproof.Receipt;
import io.telproof.VerificationException;
import io.telproof.client.Outcomes;
import io.telproof.client.internal.config.ChargesPerDay;
import io.telproof.spi.CheckType;
import io.telproof.spi.time.HandTime;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BudgetStageTest {
  private final HandTime time = new HandTime("2026-01-01T18:30:00Z");
  private final DailyBudget budget = Budgets.local(new ChargesPerDay(2), ZoneOffset.UTC, time);

  private Check<String, String> under(Check<String, String> provider) {
    return Stages.check(
        new BudgetStage<>(Stages.of(provider), budget, CheckType.TENURE, "main"), time);
  }

  private static Check<String, String> answers(Receipt receipt) {
    return (query, context) -> new Answer.Known<>("it", receipt);
  }

  private static Check<String, String> answers(Charge charge) {
    return answers(Outcomes.receipt(charge));
  }

  private static Check<String, String> breaks(Throwable failure) {
    return (query, context) -> {
      if (failure instanceof Error error) {
        throw error;
      }
      throw (RuntimeException) failure;
    };
  }

  @ParameterizedTest
  @EnumSource
  void an_answer_uses_a_charge_unless_it_is_free(Charge charge) {
    Answer<String> answer = under(answers(charge)).check("?");
    assertThat(answer.receipt()).isEqualTo(Outcomes.receipt(charge));
    assertThat(budget.left()).hasValue(charge == Charge.FREE ? 2 : 1);
  }

  @ParameterizedTest
  @EnumSource
  void a_failure_uses_a_charge_unless_it_is_free(Charge charge) {
    VerificationException failure = Outcomes.failure(FailureKind.UNAVAILABLE, charge);
    assertThatThrownBy(() -> under(breaks(failure)).check("?")).isSameAs(failure);
    assertThat(budget.left()).hasValue(charge == Charge.FREE ? 2 : 1);
  }

  @ParameterizedTest
  @EnumSource
  void attempts_that_may_have_cost_something_use_a_charge_too(Charge charge) {
    List<Attempt> earlier = List.of(Outcomes.attempt(Charge.FREE), Outcomes.attempt(charge));
    int left = charge == Charge.FREE ? 2 : 1;
    under(answers(Outcomes.receipt(Charge.FREE).withEarlier(earlier))).check("?");
    assertThat(budget.left()).hasValue(left);
    VerificationException failure = Outcomes.failure(FailureKind.UNAVAILABLE).withEarlier(earlier);
    assertThatThrownBy(() -> under(breaks(failure)).check("?")).isSameAs(failure);
    assertThat(budget.left()).hasValue(charge == Charge.FREE ? 2 : 0);
  }

  @Test
  void what_breaks_off_uses_a_charge() {
    IllegalStateException broken = new IllegalStateException();
    assertThatThrownBy(() -> under(breaks(broken)).check("?")).isSameAs(broken);
    StackOverflowError worse = new StackOverflowError();
    assertThatThrownBy(() -> under(breaks(worse)).check("?")).isSameAs(worse);
    assertThat(budget.left()).hasValue(0);
  }

  @Test
  void beyond_the_budget_nobody_is_asked_and_the_failure_says_until_when() {
    AtomicInteger asked = new AtomicInteger();
    Check<String, String> check =
        under(
            (query, context) -> {
              asked.incrementAndGet();
              return answers(Charge.CHARGED).check(query, context);
            });
    check.check("?");
    check.check("?");
    VerificationException reached =
        catchThrowableOfType(VerificationException.class, () -> check.check("?"));
    assertThat(asked).hasValue(2);
    assertThat(reached.kind()).isEqualTo(FailureKind.QUOTA);
    assertThat(reached.charge()).isEqualTo(Charge.FREE);
    assertThat(reached.provider()).isEqualTo("main");
    assertThat(reached.operation()).isEqualTo("tenure");
    assertThat(reached.failure().skipped()).isTrue();
    assertThat(reached.failure().refusedUntil()).as("other questions cannot be asked").isEmpty();
    assertThat(reached.retryAfter()).contains(Duration.ofHours(5).plusMinutes(30));
    assertThat(reached.failure().reason())
        .isEqualTo(
            "the configured budget of 2 charges a day for tenure is reached; nothing was sent; it"
                + " opens again in 5 h 30 min at the latest");

    time.advance(Duration.ofHours(5).plusMinutes(29).plusSeconds(59));
    assertThatThrownBy(() -> check.check("?")).hasMessageContaining("in 0 h 1 min at the latest");
    time.advance(Duration.ofSeconds(1));
    check.check("?");
    assertThat(asked).hasValue(3);
  }

  @Test
  void all_uses_of_one_budget_count_together() {
    under(answers(Charge.CHARGED)).check("?");
    Stages.check(
            new BudgetStage<>(Stages.of(answers(Charge.CHARGED)), budget, CheckType.TENURE, "ali"),
            time)
        .check("?");
    assertThatThrownBy(() -> under(answers(Charge.CHARGED)).check("?"))
        .hasMessageContaining("budget");
  }

  @Test
  void many_threads_together_never_spend_more_than_the_budget() throws Exception {
    for (int seed = 0; seed < 20; seed++) {
      int budget = 1 + new Random(seed).nextInt(300);
      DailyBudget shared = Budgets.local(new ChargesPerDay(budget), ZoneOffset.UTC, time);
      AtomicInteger spent = new AtomicInteger();
      AtomicInteger atStake = new AtomicInteger();
      AtomicInteger mostAtStake = new AtomicInteger();
      Together.run(
          64,
          seed,
          random -> {
            Check<String, String> check =
                Stages.check(
                    new BudgetStage<>(
                        Stages.of(
                            (query, context) -> {
                              mostAtStake.accumulateAndGet(atStake.incrementAndGet(), Math::max);
                              Thread.onSpinWait();
                              return outcome(random, spent, atStake);
                            }),
                        shared,
                        CheckType.TENURE,
                        "main"),
                    time);
            for (int i = 0; i < 20; i++) {
              try {
                check.check("?");
              } catch (VerificationException | IllegalStateException e) {
                // What came of it is counted where it is decided.
              }
            }
            return true;
          });
      assertThat(spent).as("seed %d", seed).hasValue(budget - shared.left().orElseThrow());
      assertThat(mostAtStake.get()).as("seed %d", seed).isLessThanOrEqualTo(budget);
    }
  }

  private static Answer<String> outcome(Random random, AtomicInteger spent, AtomicInteger atStake) {
    Charge charge = Outcomes.charge(random);
    if (random.nextInt(10) == 0) {
      spent.incrementAndGet();
      throw new IllegalStateException();
    }
    if (charge == Charge.FREE) {
      atStake.decrementAndGet();
    } else {
      spent.incrementAndGet();
    }
    if (random.nextBoolean()) {
      throw Outcomes.failure(FailureKind.UNAVAILABLE, charge);
    }
    return new Answer.Known<>("it", Outcomes.receipt(charge));
  }
}
