package io.telproof.client.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.telproof.Answer;
import io.telproof.CallContext;
import io.telproof.Charge;
import io.telproof.Check;
import io.telproof.Failure;
import io.telproof.FailureKind;
import io.telproof.Gap;
import io.telproof.LineState;
import io.telproof.PhoneNumber;
import io.telproof.PhoneStatus;
import io.telproof.VerificationException;
import io.telproof.client.Agreement;
import io.telproof.client.AgreementReport;
import io.telproof.client.ClientListener;
import io.telproof.client.Outcomes;
import io.telproof.client.internal.config.ChargesPerDay;
import io.telproof.client.internal.config.Percentage;
import io.telproof.client.internal.routing.Route;
import io.telproof.client.internal.routing.ShadowRoute;
import io.telproof.spi.CheckType;
import io.telproof.spi.http.LogCapture;
import io.telproof.spi.time.HandTime;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ShadowStageTest {
  private static final PhoneNumber NUMBER = PhoneNumber.of("+8613800138000");
  private static final CallContext CONTEXT =
      new CallContext(Duration.ofSeconds(2), "order-7", Optional.of("sign-up"));
  private static final Percentage ALL = Percentage.of("100%");

  private final HandTime time = new HandTime("2026-01-01T00:00:00Z");
  private final DailyBudget budget = budget(3);
  private final List<String> told = new ArrayList<>();
  private final List<String> bill = new ArrayList<>();
  private final ClientListener listener =
      new ClientListener() {
        @Override
        public void shadowed(CheckType check, String primary, String shadow, Agreement agreement) {
          told.add(check.key() + " " + primary + " " + shadow + " " + agreement);
        }

        @Override
        public void shadowAsked(CheckType check, String shadow, Charge charge) {
          bill.add(shadow + " " + charge);
        }
      };
  private final Deque<Runnable> background = new ArrayDeque<>();
  private final ShadowExecutor shadows = new ShadowExecutor(listener, background::add);
  private final Check<PhoneNumber, PhoneStatus> primary =
      (number, context) -> active(Charge.CHARGED);

  private DailyBudget budget(int charges) {
    return Budgets.local(new ChargesPerDay(charges), ZoneOffset.UTC, time);
  }

  private static Answer<PhoneStatus> active(Charge charge) {
    return new Answer.Known<>(PhoneStatus.of(LineState.ACTIVE), Outcomes.receipt(charge));
  }

  private static Answer<PhoneStatus> unknown(Gap gap, Charge charge) {
    return new Answer.Unknown<>(gap, Outcomes.receipt(charge));
  }

  private Check<PhoneNumber, PhoneStatus> shadowed(
      Check<PhoneNumber, PhoneStatus> next, Check<PhoneNumber, PhoneStatus> shadow) {
    return shadowed(next, shadow, ALL, budget, new Random(1), shadows);
  }

  private Check<PhoneNumber, PhoneStatus> shadowed(
      Check<PhoneNumber, PhoneStatus> next,
      Check<PhoneNumber, PhoneStatus> shadow,
      Percentage sample,
      DailyBudget budget,
      Random random,
      ShadowExecutor shadows) {
    ShadowRoute beside = new ShadowRoute("ali", sample, new ChargesPerDay(1));
    return Stages.check(
        new ShadowStage<>(
            Stages.of(next),
            Stages.candidate(CheckType.PHONE_STATUS, "ali", shadow, time),
            new Route(
                CheckType.PHONE_STATUS,
                List.of("main"),
                Optional.of(beside),
                Optional.empty(),
                "a line"),
            beside,
            budget,
            random,
            shadows,
            time),
        time);
  }

  private void runBackground() {
    while (!background.isEmpty()) {
      background.remove().run();
    }
  }

  @Test
  void the_caller_has_its_answer_before_the_shadow_is_asked() {
    List<String> order = new ArrayList<>();
    Answer<PhoneStatus> mine = active(Charge.CHARGED);
    Check<PhoneNumber, PhoneStatus> check =
        shadowed(
            (number, context) -> mine,
            (number, context) -> {
              order.add("shadow");
              return active(Charge.CHARGED);
            });
    assertThat(check.check(NUMBER, CONTEXT)).isSameAs(mine);
    order.add("answered");
    runBackground();
    assertThat(order).containsExactly("answered", "shadow");
    assertThat(told).containsExactly("phone-status main ali AGREED");
    assertThat(shadows.report())
        .isEqualTo(
            Map.of(CheckType.PHONE_STATUS, new AgreementReport(Map.of(Agreement.AGREED, 1L))));
  }

  @Test
  void a_shadow_is_asked_the_same_in_a_time_of_its_own() {
    List<CallContext> contexts = new ArrayList<>();
    List<PhoneNumber> numbers = new ArrayList<>();
    shadowed(
            primary,
            (number, context) -> {
              contexts.add(context);
              numbers.add(number);
              return active(Charge.CHARGED);
            })
        .check(NUMBER, CONTEXT);
    time.advance(Duration.ofHours(1));
    runBackground();
    assertThat(numbers).containsExactly(NUMBER);
    assertThat(contexts)
        .containsExactly(
            new CallContext(Duration.ofSeconds(10), "order-7", Optional.of("sign-up")));
  }

  @Test
  void a_question_that_failed_has_no_shadow() {
    VerificationException failure = Outcomes.failure(FailureKind.UNAVAILABLE);
    Check<PhoneNumber, PhoneStatus> failing =
        (number, context) -> {
          throw failure;
        };
    assertThatThrownBy(() -> shadowed(failing, primary).check(NUMBER, CONTEXT)).isSameAs(failure);
    assertThat(background).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void a_number_that_is_not_covered_has_no_shadow(Gap gap) {
    Check<PhoneNumber, PhoneStatus> gaps = (number, context) -> unknown(gap, Charge.FREE);
    shadowed(gaps, primary).check(NUMBER, CONTEXT);
    assertThat(background).hasSize(gap == Gap.NOT_COVERED ? 0 : 1);
  }

  @ParameterizedTest
  @EnumSource
  void a_charge_of_the_budget_is_used_unless_the_shadow_was_free(Charge charge) {
    shadowed(primary, (number, context) -> active(charge)).check(NUMBER, CONTEXT);
    runBackground();
    assertThat(budget.left()).hasValue(charge == Charge.FREE ? 3 : 2);
    shadowed(
            primary,
            (number, context) -> {
              throw Outcomes.failure(FailureKind.UNAVAILABLE, charge);
            })
        .check(NUMBER, CONTEXT);
    runBackground();
    assertThat(budget.left()).hasValue(charge == Charge.FREE ? 3 : 1);
    assertThat(told).endsWith("phone-status main ali FAILED");
  }

  @Test
  void a_shadow_that_was_skipped_is_not_on_the_bill() {
    Failure open =
        Failure.of(FailureKind.UNAVAILABLE, "ali", "phone-status", "its breaker is open")
            .withSkipped(true);
    shadowed(
            primary,
            (number, context) -> {
              throw new VerificationException(open);
            })
        .check(NUMBER, CONTEXT);
    runBackground();
    assertThat(bill).isEmpty();
    shadowed(
            primary,
            (number, context) -> {
              throw Outcomes.failure(FailureKind.UNAVAILABLE);
            })
        .check(NUMBER, CONTEXT);
    runBackground();
    assertThat(bill).containsExactly("ali FREE");
    assertThat(told)
        .containsExactly("phone-status main ali FAILED", "phone-status main ali FAILED");
  }

  @Test
  void a_shadow_whose_vendor_has_refused_the_number_for_the_day_is_no_comparison() {
    Failure refused =
        Failure.of(FailureKind.QUOTA, "ali", "phone-status", "refused for today")
            .withRefusedUntil(time.now().plusSeconds(1));
    shadowed(
            primary,
            (number, context) -> {
              throw new VerificationException(refused);
            })
        .check(NUMBER, CONTEXT);
    runBackground();
    assertThat(told)
        .as("the vendor's own refusal")
        .hasSize(1)
        .allMatch(it -> it.endsWith("FAILED"));
    assertThat(bill).hasSize(1);
    shadowed(
            primary,
            (number, context) -> {
              throw new VerificationException(refused.withSkipped(true));
            })
        .check(NUMBER, CONTEXT);
    runBackground();
    assertThat(told).hasSize(1);
    assertThat(bill).hasSize(1);
    assertThat(budget.left()).hasValue(3);
  }

  @Test
  void beyond_the_budget_no_shadow_is_asked_and_none_is_counted() {
    Check<PhoneNumber, PhoneStatus> check = shadowed(primary, primary);
    for (int i = 0; i < 10; i++) {
      check.check(NUMBER, CONTEXT);
    }
    runBackground();
    assertThat(told).hasSize(3);
    time.advance(Duration.ofDays(1));
    check.check(NUMBER, CONTEXT);
    runBackground();
    assertThat(told).hasSize(4);
  }

  @Test
  void a_sample_that_is_dropped_costs_nothing() {
    ShadowExecutor full =
        new ShadowExecutor(
            listener,
            work -> {
              throw new RejectedExecutionException();
            });
    shadowed(primary, primary, ALL, budget, new Random(1), full).check(NUMBER, CONTEXT);
    assertThat(budget.left()).hasValue(3);
    assertThat(told).isEmpty();
  }

  @Test
  void a_shadow_that_breaks_is_counted_as_failed_and_its_text_is_not_logged() {
    try (LogCapture log = new LogCapture()) {
      List.<Throwable>of(
              new IllegalStateException(NUMBER.e164()), new StackOverflowError(NUMBER.e164()))
          .forEach(
              failure ->
                  shadowed(primary, (number, context) -> thrown(failure)).check(NUMBER, CONTEXT));
      runBackground();
      assertThat(told)
          .containsExactly("phone-status main ali FAILED", "phone-status main ali FAILED");
      assertThat(budget.left()).hasValue(1);
      assertThat(log.lines()).hasSize(2).noneMatch(line -> line.contains("13800138000"));
    }
  }

  private static Answer<PhoneStatus> thrown(Throwable failure) {
    if (failure instanceof Error error) {
      throw error;
    }
    throw (RuntimeException) failure;
  }

  @Test
  void a_listener_that_breaks_harms_neither_the_caller_nor_the_count() {
    ShadowExecutor told =
        new ShadowExecutor(
            new ClientListener() {
              @Override
              public void shadowed(
                  CheckType check, String primary, String shadow, Agreement agreement) {
                throw new IllegalStateException();
              }
            },
            Runnable::run);
    assertThat(shadowed(primary, primary, ALL, budget, new Random(1), told).check(NUMBER, CONTEXT))
        .isEqualTo(active(Charge.CHARGED));
    assertThat(told.report().get(CheckType.PHONE_STATUS))
        .isEqualTo(new AgreementReport(Map.of(Agreement.AGREED, 1L)));
  }

  @Test
  void about_the_share_that_was_asked_for_has_a_shadow() {
    int questions = 20_000;
    for (String share : List.of("0.5%", "5%", "50%", "100%")) {
      Percentage sample = Percentage.of(share);
      double p = sample.fraction();
      double sigma = Math.sqrt(questions * p * (1 - p));
      for (int seed = 0; seed < 10; seed++) {
        ShadowExecutor fresh = new ShadowExecutor(new ClientListener() {}, Runnable::run);
        DailyBudget enough = budget(questions);
        Check<PhoneNumber, PhoneStatus> check =
            shadowed(primary, primary, sample, enough, new Random(seed), fresh);
        for (int i = 0; i < questions; i++) {
          check.check(NUMBER, CONTEXT);
        }
        assertThat((double) questions - enough.left().orElseThrow())
            .as("%s, seed %d", share, seed)
            .isCloseTo(questions * p, within(4 * sigma));
      }
    }
  }

  /** Every behaviour of a shadow beside every outcome of the first, on every kind of executor. */
  @Test
  void whatever_a_shadow_does_the_callers_get_what_they_would_get_without_it() throws Exception {
    CountDownLatch over = new CountDownLatch(1);
    for (int seed = 0; seed < 60; seed++) {
      int allowance = new Random(seed).nextInt(1, 40);
      DailyBudget bounded = budget(allowance);
      ShadowScript script = new ShadowScript(seed, over);
      try (ShadowExecutor beside = beside(seed)) {
        Percentage sample = Percentage.of(List.of("1%", "30%", "100%").get(seed % 3));
        Check<PhoneNumber, PhoneStatus> check =
            shadowed(script::first, script::second, sample, bounded, new Random(seed), beside);
        for (int i = 0; i < 200; i++) {
          assertThat(ShadowScript.outcome(check, i))
              .as("seed %d, question %d", seed, i)
              .isSameAs(ShadowScript.outcome(script::first, i));
        }
      }
      assertThat(script.mostAtStake()).as("seed %d", seed).isLessThanOrEqualTo(allowance);
      assertThat(Thread.interrupted()).isFalse();
    }
    over.countDown();
  }

  /** On real threads, on the caller's own, on one that refuses now and then, on one that breaks. */
  private static ShadowExecutor beside(int seed) {
    ClientListener nobody = new ClientListener() {};
    Random random = new Random(seed);
    return switch (seed % 4) {
      case 0 -> new ShadowExecutor(nobody);
      case 1 -> new ShadowExecutor(nobody, Runnable::run);
      case 2 ->
          new ShadowExecutor(
              nobody,
              work -> {
                if (random.nextBoolean()) {
                  throw new RejectedExecutionException();
                }
                work.run();
              });
      default ->
          new ShadowExecutor(
              nobody,
              work -> {
                throw new OutOfMemoryError("no thread to be had");
              });
    };
  }
}
