package io.telproof.client.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.telproof.Answer;
import io.telproof.Attempt;
import io.telproof.CallContext;
import io.telproof.Charge;
import io.telproof.Check;
import io.telproof.Failure;
import io.telproof.FailureKind;
import io.telproof.Receipt;
import io.telproof.VerificationException;
import io.telproof.client.internal.config.RetrySettings;
import io.telproof.spi.time.HandTime;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RetryStageTest {
  private static final RetrySettings THREE = new RetrySettings(3, Duration.ofMillis(100));
  private static final Duration STEP = Duration.ofMillis(10);

  private final HandTime time = new HandTime("2026-01-01T00:00:00Z");
  private final Deque<Object> outcomes = new ArrayDeque<>();
  private final List<CallContext> asked = new ArrayList<>();
  private final Check<String, String> provider =
      (query, context) -> {
        asked.add(context);
        time.advance(STEP);
        if (outcomes.removeFirst() instanceof VerificationException failure) {
          throw failure;
        }
        return new Answer.Known<>("it", Receipt.unsent("main", "Op", time.now()));
      };

  private Answer<String> ask(Duration within) {
    return Stages.check(
            new RetryStage<>(Stages.of(provider), THREE, true, time, new Random(7)), time)
        .check("?", CallContext.within(within));
  }

  private VerificationException failure(Duration within) {
    return catchThrowableOfType(VerificationException.class, () -> ask(within));
  }

  private static VerificationException of(FailureKind kind) {
    return new VerificationException(Failure.of(kind, "main", "Op", "for the test"));
  }

  private static VerificationException of(FailureKind kind, Duration retryAfter) {
    return new VerificationException(
        Failure.of(kind, "main", "Op", "for the test").withRetryAfter(retryAfter));
  }

  @ParameterizedTest
  @EnumSource
  void only_what_certainly_was_not_carried_out_is_asked_again(FailureKind kind) {
    for (int i = 0; i < 5; i++) {
      outcomes.add(of(kind));
    }
    VerificationException failure = failure(Duration.ofSeconds(10));
    assertThat(failure.kind()).isEqualTo(kind);
    int attempts =
        switch (kind) {
          case THROTTLED, UNAVAILABLE -> 3;
          case INVALID_REQUEST, UNAUTHORIZED, ACCOUNT, QUOTA, INDETERMINATE, PROTOCOL -> 1;
        };
    assertThat(asked).hasSize(attempts);
    assertThat(failure.earlier())
        .hasSize(attempts - 1)
        .allMatch(
            each ->
                each.equals(
                    Attempt.of("main", "Op", Charge.FREE, STEP, "for the test").withFailure(kind)));
  }

  @ParameterizedTest
  @EnumSource
  void what_follows_a_first_failure_decides_by_its_own_kind(FailureKind second) {
    outcomes.addAll(List.of(of(FailureKind.UNAVAILABLE), of(second), of(second), of(second)));
    assertThat(failure(Duration.ofSeconds(10)).kind()).isEqualTo(second);
    assertThat(asked).hasSize(second.retryable() ? 3 : 2);
  }

  @Test
  void what_must_not_be_repeated_is_neither_waited_for_nor_asked_again() {
    outcomes.add(
        new VerificationException(
            Failure.of(FailureKind.THROTTLED, "main", "Op", "it has waited as long as it may")
                .withRetryAfter(Duration.ofMillis(1))
                .withMaxRetries(0)));
    assertThat(failure(Duration.ofSeconds(10)).earlier()).isEmpty();
    assertThat(asked).hasSize(1);
    assertThat(time.passed()).isEqualTo(STEP);
  }

  @Test
  void an_answer_tells_the_attempts_before_it() {
    outcomes.addAll(List.of(of(FailureKind.THROTTLED), of(FailureKind.UNAVAILABLE), "answer"));
    assertThat(ask(Duration.ofSeconds(10)).receipt().earlier())
        .extracting(each -> each.failure().orElseThrow())
        .containsExactly(FailureKind.THROTTLED, FailureKind.UNAVAILABLE);
  }

  @Test
  void what_was_tried_inside_of_an_attempt_is_not_lost() {
    Attempt inner =
        Attempt.of("main", "Op", Charge.FREE, STEP, "old keys")
            .withFailure(FailureKind.UNAUTHORIZED);
    outcomes.add(of(FailureKind.UNAVAILABLE).withEarlier(List.of(inner)));
    outcomes.add(of(FailureKind.QUOTA).withEarlier(List.of(inner)));
    assertThat(failure(Duration.ofSeconds(10)).earlier())
        .extracting(each -> each.failure().orElseThrow())
        .containsExactly(
            FailureKind.UNAUTHORIZED, FailureKind.UNAVAILABLE, FailureKind.UNAUTHORIZED);
  }

  @Test
  void an_answer_at_once_is_handed_on() {
    outcomes.add("answer");
    assertThat(ask(Duration.ofSeconds(10)).receipt().earlier()).isEmpty();
    assertThat(time.passed()).isEqualTo(STEP);
  }

  @Test
  void a_wait_for_the_vendors_limit_is_no_longer_than_the_call_waits_for_one() {
    outcomes.addAll(List.of(of(FailureKind.THROTTLED, Duration.ofMillis(501)), "answer"));
    CallContext context =
        CallContext.within(Duration.ofSeconds(30)).withLongestWait(Duration.ofMillis(500));
    assertThatExceptionOfType(VerificationException.class)
        .isThrownBy(
            () ->
                Stages.check(
                        new RetryStage<>(Stages.of(provider), THREE, false, time, new Random(7)),
                        time)
                    .check("?", context));
    assertThat(time.passed()).isEqualTo(STEP);
  }

  @Test
  void the_wait_that_the_vendor_asks_for_is_kept() {
    outcomes.addAll(List.of(of(FailureKind.THROTTLED, Duration.ofSeconds(3)), "answer"));
    ask(Duration.ofSeconds(10));
    assertThat(time.passed()).isEqualTo(Duration.ofSeconds(3).plus(STEP).plus(STEP));
  }

  @Test
  void a_wait_that_would_outlast_the_time_given_is_not_begun() {
    outcomes.add(of(FailureKind.THROTTLED, Duration.ofSeconds(30)));
    VerificationException failure = failure(Duration.ofSeconds(10));
    assertThat(failure.retryAfter()).contains(Duration.ofSeconds(30));
    assertThat(time.passed()).isEqualTo(STEP);
  }

  @Test
  void where_somebody_else_can_be_asked_half_of_the_time_is_left_for_them() {
    Check<String, String> unreachable =
        (query, context) -> {
          asked.add(context);
          time.advance(Duration.ofSeconds(3));
          throw of(FailureKind.UNAVAILABLE);
        };
    for (boolean last : new boolean[] {false, true}) {
      asked.clear();
      Check<String, String> retry =
          Stages.check(
              new RetryStage<>(Stages.of(unreachable), THREE, last, time, new Random(7)), time);
      assertThatExceptionOfType(VerificationException.class)
          .isThrownBy(() -> retry.check("?", CallContext.within(Duration.ofSeconds(10))));
      assertThat(asked).hasSize(last ? 3 : 2);
    }
  }

  @Test
  void each_attempt_has_only_what_is_left_of_the_time_and_the_same_correlation_id() {
    Duration wait = Duration.ofSeconds(2);
    outcomes.addAll(
        List.of(of(FailureKind.THROTTLED, wait), of(FailureKind.THROTTLED, wait), "answer"));
    ask(Duration.ofSeconds(10));
    assertThat(asked)
        .extracting(CallContext::within)
        .containsExactly(Duration.ofSeconds(10), Duration.ofMillis(7990), Duration.ofMillis(5980));
    assertThat(asked)
        .extracting(CallContext::correlationId)
        .containsOnly(asked.get(0).correlationId());
  }

  @Test
  void without_a_wait_asked_for_it_is_random_and_grows() {
    Duration longest = Duration.ZERO;
    for (int seed = 0; seed < 200; seed++) {
      HandTime mine = new HandTime("2026-01-01T00:00:00Z");
      Check<String, String> failing =
          (query, context) -> {
            throw of(FailureKind.UNAVAILABLE);
          };
      CallContext context = CallContext.within(Duration.ofSeconds(10));
      Check<String, String> retry =
          Stages.check(
              new RetryStage<>(Stages.of(failing), THREE, true, mine, new Random(seed)), time);
      assertThatExceptionOfType(VerificationException.class)
          .isThrownBy(() -> retry.check("?", context));
      Duration waited = mine.passed();
      assertThat(waited).as("seed %d", seed).isBetween(Duration.ZERO, Duration.ofMillis(300));
      longest = longest.compareTo(waited) < 0 ? waited : longest;
    }
    assertThat(longest).isGreaterThan(Duration.ofMillis(200));
  }

  @Test
  void who_is_interrupted_is_not_asked_for_again() {
    outcomes.add(of(FailureKind.UNAVAILABLE));
    Thread.currentThread().interrupt();
    assertThat(failure(Duration.ofSeconds(10)).kind()).isEqualTo(FailureKind.UNAVAILABLE);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(asked).hasSize(1);
  }

  @Test
  void an_answer_keeps_the_interrupt_flag() {
    outcomes.add("answer");
    Thread.currentThread().interrupt();
    assertThat(ask(Duration.ofSeconds(10))).isInstanceOf(Answer.Known.class);
    assertThat(Thread.interrupted()).isTrue();
  }
}
