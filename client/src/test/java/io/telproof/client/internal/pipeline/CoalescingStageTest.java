package io.telproof.client.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.telproof.Answer;
import io.telproof.AnswerOrigin;
import io.telproof.CallContext;
import io.telproof.Charge;
import io.telproof.Check;
import io.telproof.FailureKind;
import io.telproof.PhoneNumber;
import io.telproof.Receipt;
import io.telproof.VerificationException;
import io.telproof.client.Outcomes;
import io.telproof.client.internal.event.Fingerprint;
import io.telproof.spi.CheckType;
import io.telproof.spi.time.HandTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class CoalescingStageTest {
  private static final PhoneNumber NUMBER = PhoneNumber.of("+8613800138000");
  private static final PhoneNumber OTHER = PhoneNumber.of("+8613800138001");
  private static final Duration PATIENCE = Duration.ofSeconds(100);
  private static final CallContext PATIENT = CallContext.within(PATIENCE);
  private static final CallContext HURRIED =
      CallContext.within(PATIENCE.dividedBy(2).minusNanos(1));
  private static final Receipt RECEIPT = Outcomes.receipt(Charge.CHARGED);

  private final HandTime time = new HandTime("2026-01-01T00:00:00Z");
  private final Queue<CallContext> asked = new ConcurrentLinkedQueue<>();
  private final Queue<Supplier<Answer<String>>> script = new ConcurrentLinkedQueue<>();
  private final Semaphore underWay = new Semaphore(0);
  private final Semaphore mayEnd = new Semaphore(0);
  private final Semaphore hurriedMayEnd = new Semaphore(0);

  /** Tells when it is asked, and ends when it may, as the script says. */
  private final Check<PhoneNumber, String> provider =
      (number, context) -> {
        asked.add(context);
        underWay.release();
        if (context.equals(HURRIED)) {
          hurriedMayEnd.acquireUninterruptibly();
          throw Outcomes.failure(FailureKind.INDETERMINATE);
        }
        mayEnd.acquireUninterruptibly();
        return script.remove().get();
      };

  private final Check<PhoneNumber, String> check =
      Stages.check(
          new CoalescingStage<>(
              Stages.of(provider), CheckType.PHONE_STATUS, Fingerprint.random(), time),
          time);

  /** One who asks, on a thread of its own. */
  private final class Caller {
    private final FutureTask<Answer<String>> outcome;
    private final Thread thread;

    private Caller(PhoneNumber number, CallContext context) {
      outcome = new FutureTask<>(() -> check.check(number, context));
      thread = new Thread(outcome);
      thread.setDaemon(true);
      thread.start();
    }

    private Answer<String> answer() throws Exception {
      return outcome.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    private RuntimeException failure() {
      return (RuntimeException)
          Objects.requireNonNull(
              catchThrowableOfType(ExecutionException.class, this::answer).getCause());
    }

    private VerificationException verificationFailure() {
      return (VerificationException) failure();
    }
  }

  private Caller leader() {
    Caller leader = new Caller(NUMBER, PATIENT);
    underWay.acquireUninterruptibly();
    return leader;
  }

  private Caller follower(CallContext context) {
    Caller follower = new Caller(NUMBER, context);
    Together.untilItWaits(follower.thread);
    return follower;
  }

  private List<Caller> followers(int count) {
    return Stream.generate(() -> follower(PATIENT)).limit(count).toList();
  }

  private static Answer<String> known(String value) {
    return new Answer.Known<>(value, RECEIPT);
  }

  private static Supplier<Answer<String>> fails(RuntimeException failure) {
    return () -> {
      throw failure;
    };
  }

  @Test
  void who_asks_alone_is_asked_for_on_its_own_thread_and_in_its_own_time() {
    List<Thread> threads = new ArrayList<>();
    Check<PhoneNumber, String> alone =
        Stages.check(
            new CoalescingStage<>(
                Stages.of(
                    (number, context) -> {
                      threads.add(Thread.currentThread());
                      assertThat(context).isSameAs(PATIENT);
                      return known("it");
                    }),
                CheckType.PHONE_STATUS,
                Fingerprint.random(),
                time),
            time);
    assertThat(alone.check(NUMBER, PATIENT)).isEqualTo(known("it"));
    assertThat(alone.check(NUMBER, PATIENT)).isEqualTo(known("it"));
    assertThat(threads).containsExactly(Thread.currentThread(), Thread.currentThread());
  }

  @Test
  void who_asks_while_the_same_question_is_under_way_is_given_its_answer_for_nothing()
      throws Exception {
    Caller leader = leader();
    List<Caller> followers = followers(7);
    time.advance(Duration.ofMillis(40));
    script.add(() -> known("it"));
    mayEnd.release();
    assertThat(leader.answer()).isEqualTo(known("it"));
    for (Caller follower : followers) {
      assertThat(follower.answer())
          .isEqualTo(
              new Answer.Known<>(
                  "it", RECEIPT.withOrigin(AnswerOrigin.COALESCED, Duration.ofMillis(40))));
      assertThat(follower.answer().receipt().charge()).isEqualTo(Charge.FREE);
    }
    assertThat(asked).containsExactly(PATIENT);
  }

  @Test
  void who_shares_an_answer_that_was_kept_is_told_so() throws Exception {
    leader();
    Caller follower = follower(PATIENT);
    Receipt kept = RECEIPT.withOrigin(AnswerOrigin.CACHED, Duration.ZERO);
    script.add(() -> new Answer.Known<>("it", kept));
    mayEnd.release();
    assertThat(follower.answer()).isEqualTo(new Answer.Known<>("it", kept));
  }

  @Test
  void another_question_does_not_wait() throws Exception {
    script.add(() -> known("one"));
    script.add(() -> known("other"));
    Caller one = leader();
    Caller other = new Caller(OTHER, PATIENT);
    underWay.acquireUninterruptibly();
    mayEnd.release(2);
    assertThat(List.of(one.answer().receipt(), other.answer().receipt())).containsOnly(RECEIPT);
    assertThat(asked).hasSize(2);
  }

  static Stream<VerificationException> thatMayHaveCostSomething() {
    return Stream.of(
        Outcomes.failure(FailureKind.INDETERMINATE),
        Outcomes.failure(FailureKind.INDETERMINATE, Charge.FREE),
        Outcomes.failure(FailureKind.PROTOCOL),
        Outcomes.failure(FailureKind.PROTOCOL, Charge.FREE),
        Outcomes.failure(FailureKind.UNAVAILABLE, Charge.UNSTATED),
        Outcomes.failure(FailureKind.QUOTA, Charge.CHARGED),
        Outcomes.failure(FailureKind.UNAVAILABLE)
            .withEarlier(List.of(Outcomes.attempt(Charge.UNSTATED))));
  }

  @ParameterizedTest
  @MethodSource("thatMayHaveCostSomething")
  void a_failure_that_may_have_cost_something_is_shared_and_nobody_asks_again(
      VerificationException failure) {
    Caller leader = leader();
    List<Caller> followers = followers(3);
    script.add(fails(failure));
    mayEnd.release(9);
    assertThat(leader.failure()).isSameAs(failure);
    for (Caller follower : followers) {
      VerificationException shared = follower.verificationFailure();
      assertThat(shared.failure())
          .isEqualTo(
              failure
                  .failure()
                  .withCharge(Charge.FREE)
                  .withEarlier(List.of())
                  .withReason(
                      "for the test; this was somebody else's same question, shared: nothing was"
                          + " sent for this one"));
    }
    assertThat(asked).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(
      mode = EnumSource.Mode.EXCLUDE,
      names = {"INDETERMINATE", "PROTOCOL"})
  void after_a_failure_that_was_free_each_asks_for_itself_one_at_a_time(FailureKind kind) {
    VerificationException failure =
        Outcomes.failure(kind).withEarlier(List.of(Outcomes.attempt(Charge.FREE)));
    List<Caller> callers = new ArrayList<>(List.of(leader()));
    callers.addAll(followers(4));
    for (int i = 0; i < 5; i++) {
      assertThat(asked).hasSize(i + 1);
      script.add(fails(failure));
      mayEnd.release();
      if (i < 4) {
        underWay.acquireUninterruptibly();
      }
    }
    assertThat(callers).allSatisfy(each -> assertThat(each.failure()).isSameAs(failure));
    assertThat(asked).hasSize(5);
  }

  @Test
  void who_asks_after_somebody_else_s_failure_is_given_what_is_left_of_its_time() throws Exception {
    Caller leader = leader();
    CallContext mine = CallContext.within(PATIENCE.multipliedBy(2));
    Caller follower = follower(mine);
    time.advance(Duration.ofSeconds(3));
    script.add(fails(Outcomes.failure(FailureKind.UNAVAILABLE)));
    script.add(() -> known("it"));
    mayEnd.release(2);
    assertThat(follower.answer()).isEqualTo(known("it"));
    assertThat(leader.failure()).isInstanceOf(VerificationException.class);
    assertThat(asked)
        .containsExactly(PATIENT, mine.withTimeLeft(mine.within().minus(Duration.ofSeconds(3))));
  }

  @Test
  void who_has_no_time_left_after_somebody_else_s_failure_does_not_ask() {
    leader();
    Caller follower = follower(PATIENT);
    time.advance(PATIENCE);
    script.add(fails(Outcomes.failure(FailureKind.UNAVAILABLE)));
    mayEnd.release(2);
    unavailable(follower.verificationFailure(), "took longer than this caller's time");
    assertThat(asked).hasSize(1);
  }

  @Test
  void who_has_less_time_than_the_other_goes_and_the_other_goes_on() throws Exception {
    Caller leader = leader();
    VerificationException failure =
        catchThrowableOfType(
            VerificationException.class,
            () -> check.check(NUMBER, CallContext.within(Duration.ofMillis(1))));
    unavailable(failure, "took longer than this caller's time");
    Caller patient = follower(PATIENT);
    script.add(() -> known("it"));
    mayEnd.release();
    assertThat(leader.answer()).isEqualTo(known("it"));
    assertThat(patient.answer().receipt().origin()).isEqualTo(AnswerOrigin.COALESCED);
    assertThat(asked).hasSize(1);
  }

  @Test
  void who_has_more_than_twice_the_time_asks_for_itself_and_later_ones_follow_it()
      throws Exception {
    Caller hurried = new Caller(NUMBER, HURRIED);
    underWay.acquireUninterruptibly();
    Caller justPatientEnough = follower(CallContext.within(HURRIED.within().multipliedBy(2)));
    Caller patient = leader();
    Caller later = follower(PATIENT);
    hurriedMayEnd.release();
    assertThat(hurried.verificationFailure().kind()).isEqualTo(FailureKind.INDETERMINATE);
    assertThat(justPatientEnough.verificationFailure().kind()).isEqualTo(FailureKind.INDETERMINATE);
    Caller afterIt = follower(PATIENT);
    script.add(() -> known("it"));
    mayEnd.release();
    assertThat(patient.answer().receipt()).isEqualTo(RECEIPT);
    assertThat(later.answer().receipt().origin()).isEqualTo(AnswerOrigin.COALESCED);
    assertThat(afterIt.answer().receipt().origin()).isEqualTo(AnswerOrigin.COALESCED);
    assertThat(asked).containsExactly(HURRIED, PATIENT);
  }

  @Test
  void who_is_interrupted_while_it_waits_goes_with_its_flag_set() throws Exception {
    Caller leader = leader();
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> check.check(NUMBER, PATIENT))
        .isInstanceOfSatisfying(
            VerificationException.class,
            failure -> unavailable(failure, "this caller was interrupted while it waited"));
    assertThat(Thread.interrupted()).isTrue();
    script.add(() -> known("it"));
    mayEnd.release();
    assertThat(leader.answer()).isEqualTo(known("it"));
  }

  private static void unavailable(VerificationException failure, String why) {
    assertThat(failure.kind()).isEqualTo(FailureKind.UNAVAILABLE);
    assertThat(failure.charge()).isEqualTo(Charge.FREE);
    assertThat(failure.provider()).isEqualTo("telproof");
    assertThat(failure.operation()).isEqualTo("phone-status");
    assertThat(failure.failure().skipped()).isTrue();
    assertThat(failure.failure().reason())
        .startsWith("somebody else's same question is under way, and ")
        .contains(why)
        .endsWith("; nothing was sent for this one");
  }

  static Stream<RuntimeException> thatBreakOff() {
    return Stream.of(new IllegalStateException("canary"), new CancellationException("canary"));
  }

  @ParameterizedTest
  @MethodSource("thatBreakOff")
  void a_question_that_breaks_off_is_not_asked_again_and_its_text_stays_with_its_caller(
      RuntimeException broken) {
    Caller leader = leader();
    Caller follower = follower(PATIENT);
    script.add(fails(broken));
    mayEnd.release(9);
    assertThat(leader.failure()).isSameAs(broken);
    VerificationException shared = follower.verificationFailure();
    assertThat(shared.kind()).isEqualTo(FailureKind.INDETERMINATE);
    assertThat(shared.failure().skipped()).as("it may have been asked").isFalse();
    assertThat(shared.charge()).isEqualTo(Charge.FREE);
    assertThat(shared).hasMessageNotContaining("canary").hasNoCause();
    assertThat(asked).hasSize(1);
  }

  @Test
  void whatever_comes_of_it_no_question_is_ever_under_way_twice() throws Exception {
    for (int seed = 0; seed < 30; seed++) {
      CoalescingRun run = new CoalescingRun(time);
      Together.run(12, seed, run::ask);
      assertThat(run.together).as("seed %d", seed).hasValue(0);
      assertThat(run.billed.get()).as("seed %d", seed).isEqualTo(run.told.get());
    }
  }
}
