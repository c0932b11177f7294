package io.telproof.client.internal.pipeline;

import static io.telproof.client.internal.pipeline.CheckingVendor.outcome;
import static org.assertj.core.api.Assertions.assertThat;
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
import io.telproof.client.CredentialsProvider;
import io.telproof.client.ExpiringCredentials;
import io.telproof.client.internal.credentials.CredentialsFile;
import io.telproof.client.internal.credentials.RefreshingCredentials;
import io.telproof.client.internal.credentials.TestCredentials;
import io.telproof.spi.CheckType;
import io.telproof.spi.http.VendorProfile;
import io.telproof.spi.time.Deadline;
import io.telproof.spi.time.HandTime;
import io.telproof.spi.time.Time;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Timeout(120)
class CredentialsStageTest {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final CallContext CONTEXT = CallContext.within(Duration.ofSeconds(10));

  @TempDir Path folder;
  private final HandTime time = new HandTime("2026-01-01T00:00:00Z");
  private CredentialsFile file;
  private RefreshingCredentials keys;
  private CheckingVendor vendor;
  private Check<String, String> check;

  @BeforeEach
  void open() {
    file = new CredentialsFile(folder.resolve("key"));
    file.write("A");
    keys =
        RefreshingCredentials.ofFiles(
            "main",
            List.of(file.path),
            file::credentials,
            TestCredentials.of("A"),
            new VendorProfile(time),
            time,
            Runnable::run);
    vendor = new CheckingVendor(keys, time, "A");
    check =
        Stages.check(
            new CredentialsStage<>(Stages.of(vendor), keys, CheckType.PHONE_STATUS, true, time),
            time);
  }

  private VerificationException failure(Check<String, String> asked) {
    return catchThrowableOfType(
        VerificationException.class, () -> asked.check("?", CallContext.within(SECOND)));
  }

  @Test
  void an_answer_is_handed_on_as_it_is() {
    Answer<String> answer = check.check("?", CONTEXT);
    assertThat(answer.receipt().earlier()).isEmpty();
    assertThat(vendor.contexts).containsExactly(CONTEXT);
  }

  @Test
  void where_the_keys_were_renewed_the_question_is_put_once_more() {
    outcome(check, CONTEXT);
    vendor.known.clear();
    vendor.known.add("B");
    file.write("B");
    vendor.travelling = () -> time.advance(Duration.ofMillis(40));
    Answer<String> answer = check.check("?", CONTEXT);
    assertThat(vendor.seen).containsExactly("A", "A", "B");
    assertThat(answer.receipt().earlier())
        .containsExactly(
            Attempt.of(
                    "main",
                    "Op",
                    Charge.FREE,
                    Duration.ofMillis(40),
                    "the vendor does not know the key")
                .withFailure(FailureKind.UNAUTHORIZED));
    assertThat(vendor.contexts.get(2))
        .isEqualTo(CONTEXT.withTimeLeft(Duration.ofMillis(10_000 - 40)));
  }

  @Test
  void where_nothing_was_renewed_the_refusal_goes_through_untouched() {
    VerificationException refusal = CheckingVendor.refusal();
    AtomicInteger asked = new AtomicInteger();
    assertThat(
            failure(
                Stages.check(
                    new CredentialsStage<>(
                        Stages.of(
                            CheckingVendor.recovering(
                                keys,
                                time,
                                (query, context) -> {
                                  asked.incrementAndGet();
                                  throw refusal;
                                })),
                        keys,
                        CheckType.PHONE_STATUS,
                        true,
                        time),
                    time)))
        .isSameAs(refusal);
    assertThat(asked).hasValue(1);
  }

  @Test
  void however_often_the_keys_are_renewed_a_question_is_put_twice_at_the_most() {
    AtomicInteger number = new AtomicInteger();
    vendor.known.clear();
    vendor.travelling = () -> file.write("K" + number.incrementAndGet());
    VerificationException failure = failure(check);
    assertThat(failure.kind()).isEqualTo(FailureKind.UNAUTHORIZED);
    assertThat(failure.earlier())
        .extracting(each -> each.failure().orElseThrow())
        .containsExactly(FailureKind.UNAUTHORIZED);
    assertThat(vendor.seen).containsExactly("A", "K1");
  }

  @ParameterizedTest
  @EnumSource
  void no_other_failure_is_repeated_though_the_keys_were_renewed(FailureKind kind) {
    assertThat(timesAsked(kind, kind.charge())).isEqualTo(kind == FailureKind.UNAUTHORIZED ? 2 : 1);
  }

  @ParameterizedTest
  @EnumSource
  void a_refusal_that_may_cost_something_is_not_repeated(Charge charge) {
    assertThat(timesAsked(FailureKind.UNAUTHORIZED, charge))
        .isEqualTo(charge == Charge.FREE ? 2 : 1);
  }

  private int timesAsked(FailureKind kind, Charge charge) {
    VerificationException thrown =
        new VerificationException(
            Failure.of(kind, "main", "Op", "for the test").withCharge(charge));
    AtomicInteger asked = new AtomicInteger();
    VerificationException failure =
        failure(
            Stages.check(
                new CredentialsStage<>(
                    Stages.of(
                        CheckingVendor.recovering(
                            keys,
                            time,
                            (query, context) -> {
                              keys.current();
                              file.write("K" + asked.incrementAndGet());
                              throw thrown;
                            })),
                    keys,
                    CheckType.PHONE_STATUS,
                    true,
                    time),
                time));
    assertThat(failure == thrown).isEqualTo(asked.get() == 1);
    return asked.get();
  }

  @Test
  void what_follows_the_repetition_is_told_with_the_attempt_before_it() {
    AtomicInteger asked = new AtomicInteger();
    VerificationException failure =
        failure(
            Stages.check(
                new CredentialsStage<>(
                    Stages.of(
                        CheckingVendor.recovering(
                            keys,
                            time,
                            (query, context) -> {
                              if (asked.incrementAndGet() == 1) {
                                keys.current();
                                file.write("B");
                                throw CheckingVendor.refusal();
                              }
                              throw new VerificationException(
                                  Failure.of(FailureKind.INDETERMINATE, "main", "Op", "lost"));
                            })),
                    keys,
                    CheckType.PHONE_STATUS,
                    true,
                    time),
                time));
    assertThat(failure.kind()).isEqualTo(FailureKind.INDETERMINATE);
    assertThat(failure.charge()).isEqualTo(Charge.POSSIBLE);
    assertThat(failure.earlier())
        .extracting(each -> each.failure().orElseThrow())
        .containsExactly(FailureKind.UNAUTHORIZED);
    assertThat(asked).hasValue(2);
  }

  @Test
  void attempts_of_those_further_in_stay_in_their_order() {
    AtomicInteger asked = new AtomicInteger();
    Answer<String> answer =
        Stages.check(
                new CredentialsStage<String, String>(
                    Stages.of(
                        CheckingVendor.recovering(
                            keys,
                            time,
                            (query, context) -> {
                              List<Attempt> further =
                                  List.of(attempt("further " + asked.incrementAndGet()));
                              if (asked.get() == 1) {
                                keys.current();
                                file.write("B");
                                throw CheckingVendor.refusal().withEarlier(further);
                              }
                              return new Answer.Known<>(
                                  "it",
                                  Receipt.unsent("main", "Op", time.now()).withEarlier(further));
                            })),
                    keys,
                    CheckType.PHONE_STATUS,
                    true,
                    time),
                time)
            .check("?", CONTEXT);
    assertThat(answer.receipt().earlier())
        .extracting(Attempt::reason)
        .containsExactly("further 1", "the vendor does not know the key", "further 2");
  }

  private static Attempt attempt(String reason) {
    return Attempt.of("main", "Op", Charge.FREE, Duration.ZERO, reason)
        .withFailure(FailureKind.UNAVAILABLE);
  }

  @Test
  void nothing_is_put_once_more_when_the_time_is_over() {
    vendor.known.clear();
    vendor.known.add("B");
    vendor.travelling =
        () -> {
          file.write("B");
          time.advance(SECOND);
        };
    assertThat(failure(check).earlier()).isEmpty();
    assertThat(vendor.seen).containsExactly("A");
  }

  @Test
  void who_is_interrupted_is_not_asked_for_once_more() {
    vendor.known.clear();
    vendor.known.add("B");
    vendor.travelling =
        () -> {
          file.write("B");
          Thread.currentThread().interrupt();
        };
    VerificationException failure = failure(check);
    assertThat(Thread.interrupted()).isTrue();
    assertThat(failure.kind()).isEqualTo(FailureKind.UNAUTHORIZED);
    assertThat(vendor.seen).containsExactly("A");
  }

  @Test
  void who_is_interrupted_while_keys_are_renewed_is_not_asked_for_once_more() throws Exception {
    HandExecutor executor = new HandExecutor();
    CredentialsProvider source =
        provider -> Optional.of(ExpiringCredentials.of(TestCredentials.of("B")));
    keys =
        RefreshingCredentials.ofSource(
            "main",
            source,
            ExpiringCredentials.of(TestCredentials.of("A")),
            new VendorProfile(time),
            time,
            executor);
    vendor = new CheckingVendor(keys, time, "B");
    check =
        Stages.check(
            new CredentialsStage<>(Stages.of(vendor), keys, CheckType.PHONE_STATUS, true, time),
            time);
    CompletableFuture<String> outcome = new CompletableFuture<>();
    Thread caller =
        new Thread(
            () ->
                outcome.complete(
                    outcome(check, CONTEXT) + " " + Thread.currentThread().isInterrupted()));
    caller.start();
    WaitingThread.forIt(caller);
    caller.interrupt();
    assertThat(outcome.get()).isEqualTo("UNAUTHORIZED true");
    assertThat(vendor.seen).containsExactly("A");
  }

  @Test
  void keys_that_came_while_a_question_waited_for_its_permit_are_the_ones_that_were_refused() {
    vendor.waiting =
        () -> {
          if (vendor.seen.isEmpty()) {
            file.write("B");
            time.advance(SECOND);
            keys.ready(Deadline.in(SECOND, time));
          }
        };
    // B is not known to the vendor yet: what helps are the keys with which the question began.
    assertThat(outcome(check, CONTEXT)).isEqualTo("A");
    assertThat(vendor.seen).containsExactly("B", "A");
  }

  @Test
  void where_the_new_keys_are_not_known_yet_the_others_serve_for_thirty_seconds() {
    file.write("B");
    assertThat(outcome(check, CONTEXT)).isEqualTo("A");
    assertThat(vendor.seen).containsExactly("B", "A");
    for (int i = 0; i < 30; i++) {
      assertThat(outcome(check, CONTEXT)).isEqualTo("A");
      time.advance(SECOND);
    }
    assertThat(vendor.seen).hasSize(32);
    vendor.known.add("B");
    assertThat(outcome(check, CONTEXT)).isEqualTo("B");
    assertThat(vendor.seen).hasSize(33);
  }

  @Test
  void where_the_others_are_refused_as_well_the_new_ones_are_used() {
    file.write("B");
    outcome(check, CONTEXT);
    vendor.known.clear();
    vendor.known.add("B");
    assertThat(outcome(check, CONTEXT)).isEqualTo("B");
    assertThat(vendor.seen).containsExactly("B", "A", "A", "B");
    assertThat(outcome(check, CONTEXT)).isEqualTo("B");
    assertThat(vendor.seen).hasSize(5);
  }

  @Test
  void a_refusal_of_the_repetition_counts_for_the_next_question() {
    file.write("half");
    vendor.travelling =
        () -> {
          if (vendor.seen.size() == 1) {
            file.write("B");
          }
        };
    assertThat(outcome(check, CONTEXT)).isEqualTo("UNAUTHORIZED");
    assertThat(vendor.seen).containsExactly("half", "B");
    assertThat(outcome(check, CONTEXT)).isEqualTo("A");
    assertThat(vendor.seen).hasSize(3);
  }

  @Test
  void a_provider_may_ask_for_its_keys_on_another_thread() {
    vendor.asking = inUse -> CompletableFuture.supplyAsync(inUse).join();
    file.write("half");
    vendor.travelling =
        () -> {
          if (vendor.seen.size() == 1) {
            file.write("B");
          }
        };
    assertThat(outcome(check, CONTEXT)).isEqualTo("UNAUTHORIZED");
    assertThat(outcome(check, CONTEXT)).isEqualTo("A");
    assertThat(vendor.seen).containsExactly("half", "B", "A");
  }

  @Test
  void files_that_cannot_be_looked_at_leave_a_short_time_to_the_question() {
    Time real = Time.system();
    keys =
        RefreshingCredentials.ofFiles(
            "main",
            List.of(file.path),
            file::credentials,
            TestCredentials.of("A"),
            new VendorProfile(real),
            real,
            new HandExecutor());
    vendor = new CheckingVendor(keys, real, "A");
    check =
        Stages.check(
            new CredentialsStage<>(Stages.of(vendor), keys, CheckType.PHONE_STATUS, true, real),
            real);
    assertThat(outcome(check, CallContext.within(Duration.ofMillis(500)))).isEqualTo("A");
    assertThat(outcome(check, CallContext.within(Duration.ofMillis(500)))).isEqualTo("A");
  }

  @Test
  void a_look_at_the_files_that_uses_up_the_time_is_not_the_operators_alarm() {
    keys =
        RefreshingCredentials.ofFiles(
            "main",
            List.of(file.path),
            file::credentials,
            TestCredentials.of("A"),
            new VendorProfile(time),
            time,
            look -> time.advance(SECOND));
    vendor = new CheckingVendor(keys, time, "A");
    tooLittleTime(failure(asked()));
  }

  @Test
  void new_keys_that_a_caller_has_too_little_time_for_are_not_the_operators_alarm() {
    keys = ended(fetch -> time.advance(SECOND));
    vendor = new CheckingVendor(keys, time, "A");
    tooLittleTime(failure(asked()));
  }

  @Test
  void a_source_that_has_not_answered_for_ten_seconds_is() {
    keys = ended(fetch -> time.advance(Duration.ofSeconds(10)));
    vendor = new CheckingVendor(keys, time, "A");
    withoutKeys(failure(asked()));
  }

  @Test
  void a_source_that_has_no_keys_is_whatever_time_its_caller_has() {
    keys = ended(Runnable::run);
    vendor = new CheckingVendor(keys, time, "A");
    withoutKeys(
        catchThrowableOfType(
            VerificationException.class,
            () -> asked().check("?", CallContext.within(Duration.ofMillis(1)))));
  }

  @Test
  void while_another_can_be_asked_half_of_the_time_is_enough_to_wait_for_keys() {
    keys = ended(fetch -> time.advance(SECOND.dividedBy(2)));
    vendor = new CheckingVendor(keys, time, "A");
    tooLittleTime(
        failure(
            Stages.check(
                new CredentialsStage<>(
                    Stages.of(vendor), keys, CheckType.PHONE_STATUS, false, time),
                time)));
    assertThat(time.passed()).isEqualTo(SECOND.dividedBy(2));
  }

  private Check<String, String> asked() {
    return Stages.check(
        new CredentialsStage<>(Stages.of(vendor), keys, CheckType.PHONE_STATUS, true, time), time);
  }

  /** Keys that have ended, of a source that has no others. */
  private RefreshingCredentials ended(Executor executor) {
    return RefreshingCredentials.ofSource(
        "main",
        provider -> Optional.empty(),
        new ExpiringCredentials(TestCredentials.of("A"), Optional.of(time.now())),
        new VendorProfile(time),
        time,
        executor);
  }

  private void tooLittleTime(VerificationException failure) {
    assertThat(failure.kind()).isEqualTo(FailureKind.UNAVAILABLE);
    assertThat(failure.failure().shortOfTime()).isTrue();
    nothingAsked(failure);
  }

  private void withoutKeys(VerificationException failure) {
    assertThat(failure.kind()).isEqualTo(FailureKind.UNAUTHORIZED);
    assertThat(failure.failure().shortOfTime()).isFalse();
    nothingAsked(failure);
  }

  private void nothingAsked(VerificationException failure) {
    assertThat(failure.failure().skipped()).isTrue();
    assertThat(failure.charge()).isEqualTo(Charge.FREE);
    assertThat(failure.provider()).isEqualTo("main");
    assertThat(failure.operation()).isEqualTo("phone-status");
    assertThat(failure.getMessage())
        .contains("nothing was sent")
        .doesNotContain("Canary")
        .doesNotContain("id-A");
    assertThat(vendor.seen).isEmpty();
  }

  @Test
  void the_wait_for_keys_is_part_of_the_time_given() {
    ExpiringCredentials ended =
        new ExpiringCredentials(TestCredentials.of("A"), Optional.of(time.now()));
    CredentialsProvider slow =
        provider -> {
          time.advance(Duration.ofSeconds(3));
          return Optional.of(ExpiringCredentials.of(TestCredentials.of("B")));
        };
    keys =
        RefreshingCredentials.ofSource(
            "main", slow, ended, new VendorProfile(time), time, Runnable::run);
    vendor = new CheckingVendor(keys, time, "B");
    assertThat(
            outcome(
                Stages.check(
                    new CredentialsStage<>(
                        Stages.of(vendor), keys, CheckType.PHONE_STATUS, true, time),
                    time),
                CONTEXT))
        .isEqualTo("B");
    assertThat(vendor.contexts).containsExactly(CONTEXT.withTimeLeft(Duration.ofSeconds(7)));
  }

  @Test
  void keys_that_come_when_the_time_is_over_are_not_used() {
    ExpiringCredentials ended =
        new ExpiringCredentials(TestCredentials.of("A"), Optional.of(time.now()));
    CredentialsProvider slow =
        provider -> {
          time.advance(Duration.ofSeconds(10));
          return Optional.of(ExpiringCredentials.of(TestCredentials.of("B")));
        };
    keys =
        RefreshingCredentials.ofSource(
            "main", slow, ended, new VendorProfile(time), time, Runnable::run);
    vendor = new CheckingVendor(keys, time, "B");
    assertThat(
            outcome(
                Stages.check(
                    new CredentialsStage<>(
                        Stages.of(vendor), keys, CheckType.PHONE_STATUS, true, time),
                    time),
                CONTEXT))
        .isEqualTo("UNAVAILABLE");
    assertThat(vendor.seen).isEmpty();
  }

  @Test
  void who_is_interrupted_while_waiting_for_keys_is_told_so() {
    keys =
        RefreshingCredentials.ofSource(
            "main",
            provider -> Optional.empty(),
            new ExpiringCredentials(TestCredentials.of("A"), Optional.of(time.now())),
            new VendorProfile(time),
            time,
            new HandExecutor());
    Thread.currentThread().interrupt();
    VerificationException failure =
        failure(
            Stages.check(
                new CredentialsStage<>(Stages.of(vendor), keys, CheckType.PHONE_STATUS, true, time),
                time));
    assertThat(Thread.interrupted()).isTrue();
    assertThat(failure.kind()).isEqualTo(FailureKind.UNAVAILABLE);
    assertThat(failure.charge()).isEqualTo(Charge.FREE);
    assertThat(vendor.seen).isEmpty();
  }

  @Test
  void an_interrupt_does_not_matter_while_there_are_keys() {
    Thread.currentThread().interrupt();
    assertThat(outcome(check, CONTEXT)).isEqualTo("A");
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void many_refusals_at_once_are_one_question_to_the_source() throws Exception {
    int many = 16;
    HandExecutor executor = new HandExecutor();
    AtomicInteger sourceAsked = new AtomicInteger();
    CredentialsProvider source =
        provider -> {
          sourceAsked.incrementAndGet();
          return Optional.of(ExpiringCredentials.of(TestCredentials.of("B")));
        };
    keys =
        RefreshingCredentials.ofSource(
            "main",
            source,
            ExpiringCredentials.of(TestCredentials.of("A")),
            new VendorProfile(time),
            time,
            executor);
    vendor = new CheckingVendor(keys, time, "B");
    CyclicBarrier together = new CyclicBarrier(many);
    vendor.travelling =
        () -> {
          if (!vendor.seen.contains("B")) {
            meet(together);
          }
        };
    List<CompletableFuture<String>> outcomes = new ArrayList<>();
    List<Thread> callers = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      CompletableFuture<String> outcome = new CompletableFuture<>();
      outcomes.add(outcome);
      callers.add(
          new Thread(
              () ->
                  outcome.complete(
                      outcome(
                          Stages.check(
                              new CredentialsStage<>(
                                  Stages.of(vendor), keys, CheckType.PHONE_STATUS, true, time),
                              time),
                          CONTEXT))));
    }
    callers.forEach(Thread::start);
    callers.forEach(WaitingThread::forIt);
    assertThat(executor.run()).isEqualTo(1);
    for (CompletableFuture<String> outcome : outcomes) {
      assertThat(outcome.get(1, TimeUnit.MINUTES)).isEqualTo("B");
    }
    assertThat(sourceAsked).hasValue(1);
    assertThat(vendor.seen).hasSize(2 * many);
  }

  private static void meet(CyclicBarrier together) {
    try {
      together.await();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
