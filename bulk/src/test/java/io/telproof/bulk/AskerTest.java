package io.telproof.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.Answer;
import io.telproof.CallContext;
import io.telproof.Charge;
import io.telproof.Check;
import io.telproof.Failure;
import io.telproof.FailureKind;
import io.telproof.Receipt;
import io.telproof.Tenure;
import io.telproof.VerificationException;
import io.telproof.bulk.BulkReport.Kind;
import io.telproof.bulk.BulkReport.Stop;
import io.telproof.bulk.internal.file.Outcome;
import io.telproof.bulk.internal.file.Row;
import io.telproof.testkit.VirtualTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is asked again, and what is not. */
final class AskerTest {
  private static final Instant START = Instant.parse("2026-11-26T10:00:00Z");
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final Question QUESTION =
      new Question(new Row(1, 2, List.of()), "query", 0, "%032x".formatted(1));

  private final VirtualTime time = VirtualTime.at(START);
  private final StopSignal stop = new StopSignal();
  private final Deque<Failure> failures = new ArrayDeque<>();
  private final List<Instant> askedAt = new ArrayList<>();

  private Answer<Tenure> answer(Object query, CallContext context) {
    askedAt.add(time.now());
    if (failures.isEmpty()) {
      return new Answer.Known<>(
          Tenure.from(1), Receipt.of("main", "Months", Charge.CHARGED, time.now(), Duration.ZERO));
    }
    throw new VerificationException(failures.removeFirst());
  }

  private static Failure failure(FailureKind kind) {
    return Failure.of(kind, "main", "Months", "because");
  }

  private Asker asker() {
    Check<Object, Tenure> check = this::answer;
    return new Asker(check, question -> CallContext.standard(), PATIENCE, time, stop);
  }

  private Optional<Outcome> ask() throws Exception {
    Asker asker = asker();
    List<Optional<Outcome>> outcomes = new ArrayList<>();
    time.run(List.of(() -> outcomes.add(asker.ask(QUESTION))));
    return outcomes.get(0);
  }

  private List<Duration> waits() {
    List<Duration> waits = new ArrayList<>();
    for (int i = 1; i < askedAt.size(); i++) {
      waits.add(Duration.between(askedAt.get(i - 1), askedAt.get(i)));
    }
    return waits;
  }

  @Test
  void what_was_certainly_not_carried_out_is_asked_again_after_longer_and_longer_waits()
      throws Exception {
    for (int i = 0; i < 7; i++) {
      failures.add(failure(i % 2 == 0 ? FailureKind.UNAVAILABLE : FailureKind.THROTTLED));
    }
    assertThat(ask().orElseThrow().kind()).isEqualTo(Outcome.Kind.KNOWN);
    assertThat(waits().stream().map(Duration::toSeconds))
        .containsExactly(1L, 2L, 4L, 8L, 16L, 30L, 30L);
  }

  @Test
  void the_wait_that_the_vendor_tells_is_taken() throws Exception {
    failures.add(failure(FailureKind.THROTTLED).withRetryAfter(Duration.ofHours(9)));
    assertThat(ask()).isPresent();
    assertThat(waits()).containsExactly(Duration.ofHours(9));
  }

  @Test
  void a_failure_that_cost_something_is_never_asked_again() throws Exception {
    failures.add(failure(FailureKind.UNAVAILABLE).withCharge(Charge.UNSTATED));
    assertThat(ask().orElseThrow().word()).isEqualTo("UNAVAILABLE");
    assertThat(askedAt).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(
      value = FailureKind.class,
      names = {"INDETERMINATE", "PROTOCOL", "INVALID_REQUEST"})
  void these_are_an_end_of_the_row(FailureKind kind) throws Exception {
    failures.add(failure(kind));
    assertThat(ask().orElseThrow().word()).isEqualTo(kind.name());
    assertThat(askedAt).hasSize(1);
    assertThat(stop.isGiven()).isFalse();
  }

  @ParameterizedTest
  @EnumSource(
      value = FailureKind.class,
      names = {"UNAUTHORIZED", "ACCOUNT", "QUOTA"})
  void these_are_an_end_of_the_run_and_leave_the_row_to_be_asked(FailureKind kind)
      throws Exception {
    failures.add(failure(kind));
    assertThat(ask()).isEmpty();
    assertThat(stop.why())
        .contains(
            new Stop(
                Kind.VENDOR,
                kind + " from main Months, line 2: because; start it again once that is mended"));
  }

  @Test
  void a_quota_of_this_number_alone_is_an_end_of_the_row() throws Exception {
    failures.add(failure(FailureKind.QUOTA).withRefusedUntil(START.plusSeconds(60)));
    assertThat(ask().orElseThrow().word()).isEqualTo("QUOTA");
    assertThat(stop.isGiven()).isFalse();
  }

  @Test
  void a_row_that_is_never_answered_is_given_up_where_others_are() throws Exception {
    Asker asker = asker();
    List<Outcome> outcomes = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      failures.add(failure(FailureKind.THROTTLED));
    }
    time.run(
        List.of(
            () -> outcomes.add(asker.ask(QUESTION).orElseThrow()),
            () -> {
              time.await(Duration.ofSeconds(90));
              List<Failure> kept = List.copyOf(failures);
              failures.clear();
              Optional<Outcome> answered = asker.ask(QUESTION);
              assertThat(answered.orElseThrow().kind()).isEqualTo(Outcome.Kind.KNOWN);
              failures.addAll(kept);
            }));
    assertThat(outcomes.get(0).word()).isEqualTo("THROTTLED");
    assertThat(Duration.between(START, time.now())).isBetween(PATIENCE, PATIENCE.plusSeconds(40));
  }

  @Test
  void a_silence_is_counted_from_the_last_answer_and_not_in_a_wait_that_the_vendor_told()
      throws Exception {
    failures.add(failure(FailureKind.UNAVAILABLE));
    failures.add(failure(FailureKind.THROTTLED).withRetryAfter(Duration.ofSeconds(5)));
    failures.add(failure(FailureKind.THROTTLED).withRetryAfter(Duration.ofHours(9)));
    Asker asker = asker();
    List<Duration> silences = new ArrayList<>();
    time.run(
        List.of(
            () -> {
              Optional<Outcome> unused = asker.ask(QUESTION);
            },
            () -> {
              time.await(Duration.ofSeconds(4));
              silences.add(Duration.ofNanos(time.nanos() - asker.silentSince()));
              time.await(Duration.ofHours(1));
              silences.add(Duration.ofNanos(time.nanos() - asker.silentSince()));
            }));
    assertThat(silences.get(0)).isEqualTo(Duration.ofSeconds(4));
    assertThat(silences.get(1)).as("not before nine hours have gone by").isNegative();
  }

  @Test
  void nothing_is_asked_once_the_run_is_to_stop() throws Exception {
    stop.give(new Stop(Kind.ASKED, "enough"));
    assertThat(ask()).isEmpty();
    assertThat(askedAt).isEmpty();
  }

  @Test
  void what_it_waits_for_is_told_until_something_is_answered() throws Exception {
    failures.add(failure(FailureKind.UNAVAILABLE));
    Asker asker = asker();
    List<String> told = new ArrayList<>();
    time.run(
        List.of(
            () -> {
              Optional<Outcome> unused = asker.ask(QUESTION);
            },
            () -> {
              time.await(Duration.ofMillis(500));
              told.add(asker.pause().orElse(""));
            }));
    assertThat(told).containsExactly("UNAVAILABLE: because");
    assertThat(asker.pause()).isEmpty();
  }
}
