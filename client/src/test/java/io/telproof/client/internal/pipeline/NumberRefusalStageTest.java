package io.telproof.client.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.telproof.Answer;
import io.telproof.CallContext;
import io.telproof.Charge;
import io.telproof.Check;
import io.telproof.FailureKind;
import io.telproof.IdentityClaim;
import io.telproof.PhoneNumber;
import io.telproof.Sensitive;
import io.telproof.VerificationException;
import io.telproof.client.Outcomes;
import io.telproof.client.internal.event.Fingerprint;
import io.telproof.spi.CheckType;
import io.telproof.spi.http.LogCapture;
import io.telproof.spi.ratelimit.LimitStore;
import io.telproof.spi.ratelimit.NumberRefusals;
import io.telproof.spi.time.HandTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NumberRefusalStageTest {
  private static final PhoneNumber NUMBER = PhoneNumber.of("+8613800138000");
  private static final PhoneNumber OTHER = PhoneNumber.of("+8613800138001");
  private static final Instant MIDNIGHT = Instant.parse("2026-01-01T16:00:00Z");

  private final HandTime time = new HandTime("2026-01-01T10:34:59.5Z");
  private final NumberRefusals refusals = LimitStore.local(time).refusals();
  private final Fingerprint fingerprint = Fingerprint.of(Sensitive.of("a key of sixteen or more"));
  private final List<Object> asked = new ArrayList<>();

  private <Q> Check<Q, String> stage(
      NumberRefusals refusals, Fingerprint hash, String operation, Optional<Instant> until) {
    return Stages.check(
        new NumberRefusalStage<>(
            (query, call) -> {
              asked.add(query);
              if (until.isEmpty()) {
                return new Answer.Known<>("it", Outcomes.receipt(Charge.CHARGED));
              }
              throw new VerificationException(
                  Outcomes.failure(FailureKind.QUOTA).failure().withRefusedUntil(until.get()));
            },
            refusals,
            hash,
            CheckType.IDENTITY_MATCH,
            "main",
            query -> operation,
            time),
        time);
  }

  private <Q> Check<Q, String> refusing() {
    return stage(refusals, fingerprint, "account/Op", Optional.of(MIDNIGHT));
  }

  private <Q> Check<Q, String> answering() {
    return stage(refusals, fingerprint, "account/Op", Optional.empty());
  }

  private static <Q> VerificationException failure(Check<Q, String> check, Q query) {
    return catchThrowableOfType(VerificationException.class, () -> check.check(query));
  }

  @Test
  void what_a_vendor_has_refused_for_the_day_is_not_asked_again_before_its_next_day() {
    VerificationException theirs = failure(refusing(), NUMBER);
    assertThat(theirs.failure().skipped()).isFalse();
    assertThat(theirs.vendorCode()).contains("BUSY");

    VerificationException ours = failure(answering(), NUMBER);
    assertThat(asked).hasSize(1);
    assertThat(ours.kind()).isEqualTo(FailureKind.QUOTA);
    assertThat(ours.charge()).isEqualTo(Charge.FREE);
    assertThat(ours.isFree()).isTrue();
    assertThat(ours.provider()).isEqualTo("main");
    assertThat(ours.operation()).isEqualTo("identity-match");
    assertThat(ours.vendorCode()).isEmpty();
    assertThat(ours.requestId()).isEmpty();
    assertThat(ours.failure().skipped()).isTrue();
    assertThat(ours.failure().refusedUntil()).contains(MIDNIGHT);
    assertThat(ours.retryAfter()).contains(Duration.between(time.now(), MIDNIGHT));
    assertThat(ours.failure().reason())
        .isEqualTo(
            "the vendor has refused to be asked about this again before 2026-01-01T16:00:00Z;"
                + " nothing was sent; another provider can be asked now");
  }

  @Test
  void it_is_asked_again_from_that_moment_on() {
    failure(refusing(), NUMBER);
    time.advance(Duration.between(time.now(), MIDNIGHT).minusNanos(1));
    VerificationException last = failure(answering(), NUMBER);
    assertThat(last.retryAfter()).contains(Duration.ofNanos(1));
    assertThat(last.failure().reason()).contains("before 2026-01-01T16:00:00Z;");
    time.advance(Duration.ofNanos(1));
    assertThat(answering().check(NUMBER)).isInstanceOf(Answer.Known.class);
  }

  @Test
  void other_numbers_other_operations_and_other_accounts_are_asked() {
    failure(refusing(), NUMBER);
    answering().check(OTHER);
    stage(refusals, fingerprint, "account/Other", Optional.empty()).check(NUMBER);
    stage(refusals, fingerprint, "another/Op", Optional.empty()).check(NUMBER);
    assertThat(asked).hasSize(4);
  }

  /** Which of the three was asked too often is not told: only all of them together were. */
  @Test
  void a_number_is_asked_again_about_somebody_else() {
    IdentityClaim claim = IdentityClaim.of(NUMBER, "Zhang San", "110101199003078515");
    failure(refusing(), claim);
    answering().check(IdentityClaim.of(NUMBER, "Li Si", "110101199003078515"));
    answering().check(IdentityClaim.of(NUMBER, "Zhang San", "110101199003078514"));
    answering().check(IdentityClaim.of(OTHER, "Zhang San", "110101199003078515"));
    assertThat(asked).hasSize(4);
    assertThat(failure(answering(), claim).failure().skipped()).isTrue();
    assertThat(asked).hasSize(4);
  }

  @Test
  void an_answer_and_any_other_failure_are_not_remembered() {
    answering().check(NUMBER);
    Check<PhoneNumber, String> failing =
        Stages.check(
            new NumberRefusalStage<>(
                (query, call) -> {
                  throw Outcomes.failure(FailureKind.QUOTA);
                },
                refusals,
                fingerprint,
                CheckType.IDENTITY_MATCH,
                "main",
                query -> "account/Op",
                time),
            time);
    assertThat(failure(failing, NUMBER).vendorCode()).contains("BUSY");
    answering().check(NUMBER);
    assertThat(asked).hasSize(2);
  }

  /** Others may share the store: without the key nothing in it can be tried. */
  @Test
  void the_store_is_told_nothing_but_a_hash_that_needs_the_key() {
    List<String> told = new ArrayList<>();
    NumberRefusals listening =
        new NumberRefusals() {
          @Override
          public void add(String number, Instant until) {
            told.add(number);
          }

          @Override
          public Optional<Instant> until(String number) {
            told.add(number);
            return Optional.empty();
          }
        };
    failure(stage(listening, fingerprint, "account/Op", Optional.of(MIDNIGHT)), NUMBER);
    assertThat(told).hasSize(2).allMatch(hash -> hash.matches("[0-9a-f]{64}"));
    assertThat(told.get(0)).isEqualTo(told.get(1));
    stage(listening, Fingerprint.random(), "account/Op", Optional.empty()).check(NUMBER);
    assertThat(told.get(2)).isNotEqualTo(told.get(0));
  }

  @Test
  void a_store_in_which_nothing_is_refused_is_not_asked_about_a_number() {
    List<String> told = new ArrayList<>();
    NumberRefusals empty =
        new NumberRefusals() {
          @Override
          public void add(String number, Instant until) {
            told.add("refused");
          }

          @Override
          public Optional<Instant> until(String number) {
            told.add("asked");
            return Optional.empty();
          }

          @Override
          public boolean isEmpty() {
            return !told.contains("refused");
          }
        };
    stage(empty, fingerprint, "account/Op", Optional.empty()).check(NUMBER);
    assertThat(told).isEmpty();
    failure(stage(empty, fingerprint, "account/Op", Optional.of(MIDNIGHT)), NUMBER);
    stage(empty, fingerprint, "account/Op", Optional.empty()).check(NUMBER);
    assertThat(told).containsExactly("refused", "asked");
  }

  @Test
  void a_store_of_this_process_is_empty_until_something_is_refused_and_once_that_is_over() {
    assertThat(refusals.isEmpty()).isTrue();
    failure(refusing(), NUMBER);
    assertThat(refusals.isEmpty()).isFalse();
    time.advance(Duration.between(time.now(), MIDNIGHT));
    answering().check(NUMBER);
    assertThat(refusals.isEmpty()).isTrue();
  }

  /** Two processes with the same key, or one that was started again. */
  @Test
  void who_has_the_same_key_and_store_knows_the_refusal() {
    failure(refusing(), NUMBER);
    Fingerprint same = Fingerprint.of(Sensitive.of("a key of sixteen or more"));
    assertThat(
            failure(stage(refusals, same, "account/Op", Optional.empty()), NUMBER)
                .failure()
                .skipped())
        .isTrue();
  }

  @Test
  void a_store_that_breaks_costs_neither_an_answer_nor_the_vendors_own_failure() {
    NumberRefusals broken =
        new NumberRefusals() {
          @Override
          public void add(String number, Instant until) {
            throw new IllegalStateException("cannot be told +8613800138000");
          }

          @Override
          public Optional<Instant> until(String number) {
            throw new IllegalStateException("cannot be asked +8613800138000");
          }
        };
    try (LogCapture logs = new LogCapture()) {
      assertThat(
              stage(broken, fingerprint, "account/Op", Optional.<Instant>empty())
                  .check(NUMBER, CallContext.within(Duration.ofSeconds(1))))
          .isInstanceOf(Answer.Known.class);
      assertThatThrownBy(
              () -> stage(broken, fingerprint, "account/Op", Optional.of(MIDNIGHT)).check(NUMBER))
          .isInstanceOfSatisfying(
              VerificationException.class,
              e -> assertThat(e.failure().refusedUntil()).contains(MIDNIGHT));
      assertThat(logs.lines())
          .isNotEmpty()
          .allMatch(line -> line.toString().contains("the memory of refused numbers threw"))
          .noneMatch(line -> line.toString().contains("138001"));
    }
  }
}
