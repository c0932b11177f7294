package io.telproof.client.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.telproof.Answer;
import io.telproof.Attempt;
import io.telproof.CallContext;
import io.telproof.Charge;
import io.telproof.Check;
import io.telproof.FailureKind;
import io.telproof.Gap;
import io.telproof.PhoneNumber;
import io.telproof.PhoneStatus;
import io.telproof.VerificationException;
import io.telproof.client.ScriptedProvider;
import io.telproof.client.ScriptedProvider.Line;
import io.telproof.spi.CheckType;
import io.telproof.spi.time.HandTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FailoverStageTest {
  private static final List<FailureKind> KINDS = List.of(FailureKind.values());
  private static final List<Gap> GAPS = List.of(Gap.values());
  private static final PhoneNumber NUMBER = PhoneNumber.of("+8613800138000");

  private final HandTime time = new HandTime("2026-01-01T00:00:00Z");
  private final ScriptedProvider main = provider("main");
  private final ScriptedProvider ali = provider("ali");
  private final ScriptedProvider spare = provider("spare");
  private boolean affordable = true;
  private Optional<Duration> maxWait = Optional.empty();

  private ScriptedProvider provider(String name) {
    return new ScriptedProvider(name, time, time::advance, CheckType.PHONE_STATUS);
  }

  private Check<PhoneNumber, PhoneStatus> route(ScriptedProvider... providers) {
    List<Candidate<PhoneNumber, PhoneStatus>> candidates = new ArrayList<>();
    for (ScriptedProvider each : providers) {
      candidates.add(
          Stages.candidate(
              CheckType.PHONE_STATUS, each.name(), each.phoneStatus().orElseThrow(), time));
    }
    return Stages.check(new FailoverStage<>(candidates, maxWait, () -> affordable, time), time);
  }

  private Answer<PhoneStatus> ask(ScriptedProvider... providers) {
    return route(providers).check(NUMBER, CallContext.within(Duration.ofSeconds(10)));
  }

  private VerificationException failure(ScriptedProvider... providers) {
    return catchThrowableOfType(VerificationException.class, () -> ask(providers));
  }

  @ParameterizedTest
  @EnumSource
  void only_what_certainly_was_not_carried_out_is_asked_elsewhere(FailureKind kind) {
    main.fails(1, kind);
    if (kind == FailureKind.INVALID_REQUEST
        || kind == FailureKind.INDETERMINATE
        || kind == FailureKind.PROTOCOL) {
      assertThat(failure(main, ali).kind()).isEqualTo(kind);
      assertThat(ali.asked).isEmpty();
    } else {
      Answer<PhoneStatus> answer = ask(main, ali);
      assertThat(answer.receipt().provider()).isEqualTo("ali");
      assertThat(answer.receipt().earlier())
          .containsExactly(
              Attempt.of("main", "Op", Charge.FREE, Duration.ofMillis(10), "by the script")
                  .withFailure(kind));
    }
  }

  @Test
  void while_another_can_be_asked_a_tenth_of_the_time_is_enough_to_wait_for_a_limit() {
    main.fails(1, FailureKind.THROTTLED);
    ask(main, ali);
    assertThat(main.asked.get(0).longestWait()).isEqualTo(Duration.ofSeconds(1));
    assertThat(ali.asked.get(0).longestWait()).isEqualTo(Duration.ofSeconds(10));
  }

  @Test
  void however_much_time_there_is_a_second_is_enough_to_wait_for_a_limit() {
    for (Duration within : List.of(Duration.ofSeconds(30), Duration.ofHours(1))) {
      main.asked.clear();
      main.fails(1, FailureKind.THROTTLED);
      route(main, ali).check(NUMBER, CallContext.within(within));
      assertThat(main.asked.get(0).longestWait()).isEqualTo(Duration.ofSeconds(1));
    }
  }

  @Test
  void a_route_may_say_how_long_and_leaves_half_of_the_time_to_the_others() {
    for (int seconds : List.of(0, 3, 60)) {
      main.asked.clear();
      ali.asked.clear();
      maxWait = Optional.of(Duration.ofSeconds(seconds));
      main.fails(1, FailureKind.THROTTLED);
      ask(main, ali);
      assertThat(main.asked.get(0).longestWait())
          .isEqualTo(Duration.ofSeconds(Math.min(seconds, 5)));
      assertThat(ali.asked.get(0).longestWait()).isEqualTo(Duration.ofSeconds(10));
    }
  }

  @Test
  void a_caller_who_waits_for_less_is_not_made_to_wait_for_more() {
    CallContext context =
        CallContext.within(Duration.ofSeconds(10)).withLongestWait(Duration.ofMillis(5));
    main.fails(1, FailureKind.THROTTLED);
    route(main, ali).check(NUMBER, context);
    assertThat(main.asked.get(0).longestWait()).isEqualTo(Duration.ofMillis(5));
    assertThat(ali.asked.get(0).longestWait()).isEqualTo(Duration.ofMillis(5));
  }

  @Test
  void a_number_that_a_provider_does_not_cover_is_asked_of_the_next_one() {
    main.lacks(Gap.NOT_COVERED, Charge.FREE);
    Answer<PhoneStatus> answer = ask(main, ali);
    assertThat(answer).isInstanceOf(Answer.Known.class);
    assertThat(answer.receipt().earlier())
        .singleElement()
        .satisfies(
            attempt -> {
              assertThat(attempt.failure()).isEmpty();
              assertThat(attempt.reason()).contains("does not serve");
            });
  }

  @ParameterizedTest
  @EnumSource
  void every_other_gap_is_an_answer(Gap gap) {
    main.lacks(gap, Charge.CHARGED);
    Answer<PhoneStatus> answer = ask(main, ali);
    assertThat(answer.receipt().provider()).isEqualTo(gap == Gap.NOT_COVERED ? "ali" : "main");
  }

  @Test
  void where_all_fail_the_last_failure_lists_the_others() {
    main.fails(1, FailureKind.UNAVAILABLE);
    ali.fails(1, FailureKind.THROTTLED);
    spare.fails(1, FailureKind.ACCOUNT);
    VerificationException failure = failure(main, ali, spare);
    assertThat(failure.provider()).isEqualTo("spare");
    assertThat(failure.kind()).isEqualTo(FailureKind.ACCOUNT);
    assertThat(failure.earlier())
        .extracting(Attempt::provider, attempt -> attempt.failure().orElseThrow())
        .containsExactly(
            tuple("main", FailureKind.UNAVAILABLE), tuple("ali", FailureKind.THROTTLED));
  }

  @Test
  void where_nobody_covers_the_number_that_is_the_answer() {
    main.lacks(Gap.NOT_COVERED, Charge.FREE);
    ali.lacks(Gap.NOT_COVERED, Charge.FREE);
    Answer<PhoneStatus> answer = ask(main, ali);
    assertThat(answer).isInstanceOf(Answer.Unknown.class);
    assertThat(answer.receipt().provider()).isEqualTo("ali");
    assertThat(answer.receipt().earlier()).extracting(Attempt::provider).containsExactly("main");
  }

  @Test
  void that_the_last_one_does_not_cover_the_number_does_not_hide_a_failure_before() {
    main.fails(1, FailureKind.UNAVAILABLE);
    ali.lacks(Gap.NOT_COVERED, Charge.FREE);
    VerificationException failure = failure(main, ali);
    assertThat(failure.provider()).isEqualTo("main");
    assertThat(failure.kind()).isEqualTo(FailureKind.UNAVAILABLE);
    assertThat(failure.earlier()).extracting(Attempt::provider).containsExactly("ali");
  }

  @Test
  void each_provider_has_what_is_left_of_the_one_deadline() {
    main.takes = Duration.ofSeconds(4);
    main.fails(1, FailureKind.UNAVAILABLE);
    ask(main, ali);
    assertThat(ali.asked).extracting(CallContext::within).containsExactly(Duration.ofSeconds(6));
  }

  @Test
  void nobody_else_is_asked_when_the_time_is_over() {
    main.takes = Duration.ofSeconds(10);
    main.fails(1, FailureKind.UNAVAILABLE);
    assertThat(failure(main, ali).provider()).isEqualTo("main");
    assertThat(ali.asked).isEmpty();
  }

  @Test
  void nobody_else_is_asked_for_who_is_interrupted() {
    main.fails(1, FailureKind.UNAVAILABLE);
    Thread.currentThread().interrupt();
    assertThat(failure(main, ali).provider()).isEqualTo("main");
    assertThat(Thread.interrupted()).isTrue();
    assertThat(ali.asked).isEmpty();
  }

  @Test
  void nobody_else_is_asked_where_no_further_charge_can_be_afforded() {
    affordable = false;
    main.fails(1, FailureKind.QUOTA);
    assertThat(failure(main, ali).provider()).isEqualTo("main");
    assertThat(ali.asked).isEmpty();
  }

  /** Random routes and outcomes: what is charged, or may be, ends the question. */
  @Test
  void over_many_routes_no_provider_is_asked_after_a_charge_that_may_have_been_made() {
    Random random = new Random(20260101);
    for (int run = 0; run < 5_000; run++) {
      List<ScriptedProvider> providers = new ArrayList<>();
      for (int i = 0; i <= random.nextInt(4); i++) {
        ScriptedProvider provider = provider("p" + i);
        switch (random.nextInt(3)) {
          case 0 -> provider.fails(1, KINDS.get(random.nextInt(KINDS.size())));
          case 1 -> provider.lacks(GAPS.get(random.nextInt(GAPS.size())), Charge.FREE);
          default -> {}
        }
        providers.add(provider);
      }
      List<@Nullable Line> lines = new ArrayList<>();
      providers.forEach(each -> lines.add(each.script.peek()));
      try {
        ask(providers.toArray(new ScriptedProvider[0]));
      } catch (VerificationException e) {
        assertThat(e.earlier().size()).isLessThan(providers.size());
      }
      long asked = providers.stream().filter(each -> !each.asked.isEmpty()).count();
      for (int i = 0; i < asked - 1; i++) {
        assertThat(elsewhere(lines.get(i))).as("run %d: %s of %s", run, lines, asked).isTrue();
      }
      assertThat(providers).allMatch(each -> each.asked.size() <= 1);
    }
  }

  private static boolean elsewhere(@Nullable Line line) {
    if (line instanceof Line.Fails fails) {
      return fails.kind().failover();
    }
    return line instanceof Line.Lacks lacks && lacks.gap().failover();
  }
}
