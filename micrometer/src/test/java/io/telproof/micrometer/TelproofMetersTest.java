package io.telproof.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.telproof.AnswerOrigin;
import io.telproof.Attempt;
import io.telproof.Charge;
import io.telproof.Failure;
import io.telproof.FailureKind;
import io.telproof.Gap;
import io.telproof.VerificationException;
import io.telproof.client.Agreement;
import io.telproof.client.BreakerState;
import io.telproof.client.BreakerStatus;
import io.telproof.spi.CheckType;
import io.telproof.spi.ratelimit.RateLimiter;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class TelproofMetersTest {
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final TelproofMeters meters = new TelproofMeters(registry);

  static Stream<Optional<Gap>> gaps() {
    return ListenerEvents.gaps();
  }

  @ParameterizedTest
  @MethodSource("gaps")
  void an_answer_is_a_question_and_an_attempt(Optional<Gap> gap) {
    meters.answered(
        CheckType.PHONE_STATUS,
        ListenerEvents.CONTEXT,
        gap,
        ListenerEvents.receipt("main", Charge.UNSTATED, List.of(), AnswerOrigin.FRESH),
        ListenerEvents.ELAPSED);

    String outcome =
        gap.map(
                each ->
                    switch (each) {
                      case NO_SUCH_NUMBER -> "no-such-number";
                      case NO_RECORD -> "no-record";
                      case UNDISCLOSED -> "undisclosed";
                      case NOT_COVERED -> "not-covered";
                    })
            .orElse("known");
    assertThat(counts())
        .containsOnly(
            Map.entry(
                "telproof.question{charge=unstated, check=phone-status, origin=fresh, outcome="
                    + outcome
                    + ", provider=main}",
                1.0),
            Map.entry(
                "telproof.attempt{charge=unstated, check=phone-status, outcome="
                    + (outcome.equals("not-covered") ? "not-covered" : "answered")
                    + ", provider=main}",
                1.0));
  }

  @ParameterizedTest
  @EnumSource
  void a_failure_is_a_question_and_an_attempt(FailureKind kind) {
    meters.failed(
        CheckType.IDENTITY_MATCH,
        ListenerEvents.CONTEXT,
        ListenerEvents.failure("ali", kind, Charge.POSSIBLE, List.of()),
        ListenerEvents.ELAPSED);

    String outcome =
        switch (kind) {
          case INVALID_REQUEST -> "invalid-request";
          case UNAUTHORIZED -> "unauthorized";
          case ACCOUNT -> "account";
          case THROTTLED -> "throttled";
          case QUOTA -> "quota";
          case UNAVAILABLE -> "unavailable";
          case INDETERMINATE -> "indeterminate";
          case PROTOCOL -> "protocol";
        };
    String head = "{charge=possible, check=identity-match, ";
    String tail = "outcome=" + outcome + ", provider=ali}";
    assertThat(counts())
        .containsOnly(
            Map.entry("telproof.question" + head + "origin=fresh, " + tail, 1.0),
            Map.entry("telproof.attempt" + head + tail, 1.0));
  }

  @Test
  void a_question_takes_as_long_as_its_caller_waited() {
    meters.answered(
        CheckType.TENURE,
        ListenerEvents.CONTEXT,
        Optional.empty(),
        ListenerEvents.receipt("main", Charge.CHARGED, List.of(), AnswerOrigin.FRESH),
        ListenerEvents.ELAPSED.multipliedBy(4));

    assertThat(registry.get("telproof.question").timer().totalTime(TimeUnit.MILLISECONDS))
        .isEqualTo(600);
  }

  @Test
  void the_attempts_before_an_answer_are_counted_under_who_made_them() {
    List<Attempt> earlier =
        List.of(
            ListenerEvents.attempt("main", Optional.of(FailureKind.UNAVAILABLE), Charge.UNSTATED),
            ListenerEvents.attempt("main", Optional.of(FailureKind.UNAVAILABLE), Charge.UNSTATED),
            ListenerEvents.attempt("ali", Optional.empty(), Charge.FREE));
    meters.answered(
        CheckType.TENURE,
        ListenerEvents.CONTEXT,
        Optional.empty(),
        ListenerEvents.receipt("third", Charge.CHARGED, earlier, AnswerOrigin.FRESH),
        ListenerEvents.ELAPSED);

    assertThat(counts("telproof.attempt"))
        .containsOnly(
            Map.entry(
                "telproof.attempt{charge=unstated, check=tenure, outcome=unavailable,"
                    + " provider=main}",
                2.0),
            Map.entry(
                "telproof.attempt{charge=free, check=tenure, outcome=not-covered, provider=ali}",
                1.0),
            Map.entry(
                "telproof.attempt{charge=charged, check=tenure, outcome=answered, provider=third}",
                1.0));
  }

  @Test
  void the_attempts_before_a_failure_are_counted_too() {
    meters.failed(
        CheckType.TENURE,
        ListenerEvents.CONTEXT,
        ListenerEvents.failure(
            "ali",
            FailureKind.QUOTA,
            Charge.FREE,
            List.of(
                ListenerEvents.attempt(
                    "main", Optional.of(FailureKind.PROTOCOL), Charge.POSSIBLE))),
        ListenerEvents.ELAPSED);

    assertThat(counts("telproof.attempt"))
        .containsOnly(
            Map.entry(
                "telproof.attempt{charge=possible, check=tenure, outcome=protocol, provider=main}",
                1.0),
            Map.entry(
                "telproof.attempt{charge=free, check=tenure, outcome=quota, provider=ali}", 1.0));
  }

  @Test
  void a_provider_that_was_not_asked_was_skipped() {
    Failure open =
        Failure.of(FailureKind.UNAVAILABLE, "main", "tenure", "its breaker is open")
            .withSkipped(true);
    Attempt before = Attempt.failed(new VerificationException(open), ListenerEvents.ELAPSED);
    meters.answered(
        CheckType.TENURE,
        ListenerEvents.CONTEXT,
        Optional.empty(),
        ListenerEvents.receipt("ali", Charge.CHARGED, List.of(before), AnswerOrigin.FRESH),
        ListenerEvents.ELAPSED);
    meters.failed(CheckType.TENURE, ListenerEvents.CONTEXT, open, ListenerEvents.ELAPSED);

    assertThat(counts("telproof.attempt"))
        .containsOnly(
            Map.entry(
                "telproof.attempt{charge=free, check=tenure, outcome=skipped, provider=main}", 2.0),
            Map.entry(
                "telproof.attempt{charge=charged, check=tenure, outcome=answered, provider=ali}",
                1.0));
    assertThat(counts("telproof.question"))
        .as("a caller who got no answer")
        .containsKey(
            "telproof.question{charge=free, check=tenure, origin=fresh, outcome=unavailable,"
                + " provider=main}");
  }

  /** Nobody was asked, but there is somebody who has to act, and an alert looks for the kind. */
  @ParameterizedTest
  @EnumSource(names = "UNAVAILABLE", mode = EnumSource.Mode.EXCLUDE)
  void a_provider_that_was_not_asked_for_another_reason_is_counted_by_it(FailureKind kind) {
    Failure failure =
        Failure.of(kind, "main", "tenure", "no keys, or no charge left").withSkipped(true);
    meters.failed(CheckType.TENURE, ListenerEvents.CONTEXT, failure, ListenerEvents.ELAPSED);

    assertThat(counts("telproof.attempt").keySet())
        .singleElement()
        .satisfies(meter -> assertThat(meter).contains("outcome=" + TagValues.of(kind)));
  }

  /** The number's allowance at the vendor: the vendor was counted when it said so. */
  @Test
  void a_provider_that_refuses_the_number_for_the_day_was_skipped() {
    Failure refused =
        Failure.of(FailureKind.QUOTA, "main", "tenure", "refused for today")
            .withSkipped(true)
            .withRefusedUntil(Instant.EPOCH);
    Attempt before = Attempt.failed(new VerificationException(refused), ListenerEvents.ELAPSED);
    meters.answered(
        CheckType.TENURE,
        ListenerEvents.CONTEXT,
        Optional.empty(),
        ListenerEvents.receipt("ali", Charge.CHARGED, List.of(before), AnswerOrigin.FRESH),
        ListenerEvents.ELAPSED);
    meters.failed(CheckType.TENURE, ListenerEvents.CONTEXT, refused, ListenerEvents.ELAPSED);

    assertThat(counts("telproof.attempt"))
        .containsOnly(
            Map.entry(
                "telproof.attempt{charge=free, check=tenure, outcome=skipped, provider=main}", 2.0),
            Map.entry(
                "telproof.attempt{charge=charged, check=tenure, outcome=answered, provider=ali}",
                1.0));
  }

  /** An operator has to act, whoever was asked next. */
  @Test
  void a_provider_without_keys_is_counted_by_its_kind_before_an_answer_too() {
    Failure keyless =
        Failure.of(FailureKind.UNAUTHORIZED, "main", "tenure", "no keys").withSkipped(true);
    Attempt before = Attempt.failed(new VerificationException(keyless), ListenerEvents.ELAPSED);
    meters.answered(
        CheckType.TENURE,
        ListenerEvents.CONTEXT,
        Optional.empty(),
        ListenerEvents.receipt("ali", Charge.CHARGED, List.of(before), AnswerOrigin.FRESH),
        ListenerEvents.ELAPSED);

    assertThat(counts("telproof.attempt"))
        .containsEntry(
            "telproof.attempt{charge=free, check=tenure, outcome=unauthorized, provider=main}",
            1.0);
  }

  @ParameterizedTest
  @EnumSource(names = "FRESH", mode = EnumSource.Mode.EXCLUDE)
  void an_answer_that_was_not_asked_for_this_caller_is_no_attempt(AnswerOrigin origin) {
    meters.answered(
        CheckType.TENURE,
        ListenerEvents.CONTEXT,
        Optional.empty(),
        ListenerEvents.receipt("main", Charge.FREE, List.of(), origin),
        ListenerEvents.ELAPSED);

    assertThat(counts())
        .containsOnlyKeys(
            "telproof.question{charge=free, check=tenure, origin="
                + origin.name().toLowerCase(Locale.ROOT)
                + ", outcome=known, provider=main}");
  }

  @Test
  void a_shadow_is_on_the_bill_of_the_provider_that_was_asked() {
    meters.shadowAsked(CheckType.TENURE, "ali", Charge.CHARGED);

    assertThat(counts())
        .containsOnlyKeys(
            "telproof.attempt{charge=charged, check=tenure, outcome=shadow, provider=ali}");
  }

  @ParameterizedTest
  @EnumSource
  void a_comparison_is_counted_by_what_came_of_it(Agreement agreement) {
    meters.shadowed(CheckType.TENURE, "main", "ali", agreement);

    String word =
        switch (agreement) {
          case AGREED -> "agreed";
          case DIFFERED -> "differed";
          case PRIMARY_ONLY -> "primary-only";
          case SHADOW_ONLY -> "shadow-only";
          case FAILED -> "failed";
        };
    assertThat(counts())
        .hasSize(Agreement.values().length)
        .containsEntry(
            "telproof.shadow{agreement=" + word + ", check=tenure, primary=main, shadow=ali}", 1.0);
    assertThat(counts().values().stream().filter(count -> count == 0))
        .as("the others, which stand at zero")
        .hasSize(Agreement.values().length - 1);
  }

  @Test
  void waiting_for_a_permit_is_told_apart_from_the_time_at_the_vendor() {
    meters.permit("main", "Ask", ListenerEvents.ELAPSED, true);
    meters.permit("main", "Ask", ListenerEvents.ELAPSED, false);
    meters.exchanged("main", "Ask", ListenerEvents.ELAPSED.multipliedBy(2));

    assertThat(counts())
        .containsOnlyKeys(
            "telproof.permit.wait{given=true, operation=Ask, provider=main}",
            "telproof.permit.wait{given=false, operation=Ask, provider=main}",
            "telproof.exchange{operation=Ask, provider=main}");
    Timer wait = registry.get("telproof.permit.wait").tag("given", "true").timer();
    assertThat(wait.totalTime(TimeUnit.MILLISECONDS)).isEqualTo(150);
    Timer exchange = registry.get("telproof.exchange").timer();
    assertThat(exchange.totalTime(TimeUnit.MILLISECONDS)).isEqualTo(300);
  }

  @Test
  void a_rate_limiter_is_shown_as_it_stands_when_somebody_looks() {
    AtomicReference<OptionalInt> left = new AtomicReference<>(OptionalInt.of(20));
    RateLimiter limiter = ListenerEvents.limiter(left::get);
    meters.limited("main", "Ask", ListenerEvents.LIMITS, limiter);

    String second = "{limit=20/s, operation=Ask, provider=main}";
    String day = "{limit=1000/day, operation=Ask, provider=main}";
    assertThat(counts())
        .containsOnly(
            Map.entry("telproof.limit.available" + second, 20.0),
            Map.entry("telproof.limit.permits" + second, 20.0),
            Map.entry("telproof.limit.available" + day, 1.0),
            Map.entry("telproof.limit.permits" + day, 1000.0));
    left.set(OptionalInt.of(3));
    assertThat(registry.get("telproof.limit.available").tag("limit", "20/s").gauge().value())
        .isEqualTo(3);
  }

  @Test
  void a_store_of_limits_that_is_lost_is_seen_and_so_is_its_return() {
    meters.limitStore(false);
    assertThat(counts()).containsOnly(Map.entry("telproof.limit.store.available{}", 0.0));
    meters.limitStore(true);
    assertThat(counts()).containsOnly(Map.entry("telproof.limit.store.available{}", 1.0));
  }

  @Test
  void a_rate_limiter_that_cannot_be_told_is_no_number() {
    RateLimiter limiter = ListenerEvents.limiter(OptionalInt::empty);
    meters.limited("main", "Ask", ListenerEvents.LIMITS, limiter);

    assertThat(registry.get("telproof.limit.available").gauges())
        .hasSize(2)
        .allSatisfy(gauge -> assertThat(gauge.value()).isNaN());
  }

  @Test
  void a_breaker_is_shown_as_it_stands_when_somebody_looks() {
    AtomicReference<List<BreakerStatus>> client =
        new AtomicReference<>(
            List.of(
                new BreakerStatus(CheckType.TENURE, "main", BreakerState.OPEN),
                new BreakerStatus(CheckType.TENURE, "ali", BreakerState.HALF_OPEN),
                new BreakerStatus(CheckType.PHONE_STATUS, "main", BreakerState.CLOSED)));
    meters.watch(client, AtomicReference::get);

    assertThat(counts("telproof.breaker.state"))
        .containsOnly(
            Map.entry("telproof.breaker.state{check=tenure, provider=main}", 2.0),
            Map.entry("telproof.breaker.state{check=tenure, provider=ali}", 1.0),
            Map.entry("telproof.breaker.state{check=phone-status, provider=main}", 0.0));
    client.set(List.of(new BreakerStatus(CheckType.TENURE, "main", BreakerState.CLOSED)));
    assertThat(
            registry
                .get("telproof.breaker.state")
                .tags("check", "tenure", "provider", "main")
                .gauge()
                .value())
        .isZero();
  }

  @Test
  void a_client_that_is_opened_anew_is_shown_instead_of_the_one_before() {
    List<BreakerStatus> first =
        List.of(new BreakerStatus(CheckType.TENURE, "main", BreakerState.OPEN));
    List<BreakerStatus> second =
        List.of(new BreakerStatus(CheckType.TENURE, "main", BreakerState.CLOSED));
    meters.watch(first, breakers -> breakers);
    new TelproofMeters(registry).watch(second, breakers -> breakers);

    assertThat(registry.get("telproof.breaker.state").gauge().value()).isZero();
  }

  @Test
  void what_is_rare_stands_at_zero_before_it_happens() {
    List<BreakerStatus> client =
        List.of(new BreakerStatus(CheckType.TENURE, "main", BreakerState.CLOSED));
    meters.watch(client, breakers -> breakers);

    assertThat(counts("telproof.attempt"))
        .hasSize(FailureKind.values().length + 1)
        .containsEntry(
            "telproof.attempt{charge=free, check=tenure, outcome=skipped, provider=main}", 0.0)
        .containsEntry(
            "telproof.attempt{charge=possible, check=tenure, outcome=indeterminate, provider=main}",
            0.0)
        .containsEntry(
            "telproof.attempt{charge=free, check=tenure, outcome=unauthorized, provider=main}",
            0.0);
    assertThat(counts("telproof.breaker.transitions"))
        .containsOnly(
            Map.entry(
                "telproof.breaker.transitions{check=tenure, provider=main, state=closed}", 0.0),
            Map.entry(
                "telproof.breaker.transitions{check=tenure, provider=main, state=half-open}", 0.0),
            Map.entry(
                "telproof.breaker.transitions{check=tenure, provider=main, state=open}", 0.0));
  }

  @ParameterizedTest
  @EnumSource
  void a_breaker_s_change_is_counted_by_the_state_it_came_to(BreakerState state) {
    meters.breaker(CheckType.TENURE, "main", state);

    String word =
        switch (state) {
          case CLOSED -> "closed";
          case HALF_OPEN -> "half-open";
          case OPEN -> "open";
        };
    assertThat(counts())
        .containsOnly(
            Map.entry(
                "telproof.breaker.transitions{check=tenure, provider=main, state=" + word + "}",
                1.0));
  }

  private Map<String, Double> counts() {
    return counts("telproof.");
  }

  /**
   * Each meter with its tags, and how often it was hit or, of a gauge, its value. This registry
   * shows a timer's buckets as meters, which other ones do not.
   */
  private Map<String, Double> counts(String prefix) {
    return registry.getMeters().stream()
        .filter(meter -> meter.getId().getName().startsWith(prefix))
        .filter(meter -> !meter.getId().getName().endsWith(".histogram"))
        .collect(Collectors.toMap(TelproofMetersTest::name, TelproofMetersTest::count));
  }

  private static String name(Meter meter) {
    Map<String, String> tags = new TreeMap<>();
    for (Tag tag : meter.getId().getTags()) {
      tags.put(tag.getKey(), tag.getValue());
    }
    return meter.getId().getName() + tags;
  }

  private static double count(Meter meter) {
    return meter.measure().iterator().next().getValue();
  }
}
