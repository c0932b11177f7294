package io.telproof.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.typesafe.config.ConfigFactory;
import io.telproof.Answer;
import io.telproof.AnswerOrigin;
import io.telproof.CallContext;
import io.telproof.Charge;
import io.telproof.Check;
import io.telproof.FailureKind;
import io.telproof.Gap;
import io.telproof.PhoneNumber;
import io.telproof.Receipt;
import io.telproof.Sensitive;
import io.telproof.Tenure;
import io.telproof.TenureQuery;
import io.telproof.VerificationException;
import io.telproof.client.BilledProvider.Line;
import io.telproof.client.internal.pipeline.Together;
import io.telproof.client.internal.pipeline.WaitingThread;
import io.telproof.spi.CheckType;
import io.telproof.spi.ledger.Intent;
import io.telproof.spi.ledger.KeyClaim;
import io.telproof.spi.ledger.Ledger;
import io.telproof.spi.ledger.LedgerException;
import io.telproof.spi.ledger.LedgerReader.Entry;
import io.telproof.spi.ledger.MemoryLedgers;
import io.telproof.spi.ledger.Settlement;
import io.telproof.spi.time.HandTime;
import io.telproof.spi.time.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What becomes of a question under a key, through the whole chain. */
class IdempotencyTest {
  private static final PhoneNumber NUMBER = PhoneNumber.of("+8613800138000");
  private static final TenureQuery QUERY = TenureQuery.of(NUMBER);
  private static final CallContext KEYED =
      CallContext.within(Duration.ofSeconds(10)).withKey("order-4711/tenure");
  private static final String MAIN =
      """
      telproof.ledger.hash-key = 0123456789abcdef
      telproof.providers.main { type = billed, account = a, secret-key = s }
      """;
  private static final String ANSWERS =
      "telproof.ledger.answers { keep = 30d, key ="
          + " \"MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=\" }\n";

  private final HandTime time = new HandTime("2026-01-01T00:00:00Z");
  private final BilledProvider.Vendor vendor = new BilledProvider.Vendor();
  private final MemoryLedgers place = new MemoryLedgers();

  private TelproofBuilder builder(String config) {
    return Telproof.builder(ConfigFactory.parseString(config)).time(time).only(List.of(vendor));
  }

  private Telproof open(String config) {
    return builder(config).ledger(place.open(time)).open();
  }

  private static VerificationException failure(Telproof telproof) {
    return failure(telproof, KEYED);
  }

  private static VerificationException failure(Telproof telproof, CallContext context) {
    return catchThrowableOfType(
        VerificationException.class, () -> telproof.tenure().check(QUERY, context));
  }

  private Entry only() {
    assertThat(place.entries()).hasSize(1);
    return place.entries().get(0);
  }

  @Test
  void what_was_answered_under_a_key_is_answered_again_and_billed_once() {
    try (Telproof telproof = open(MAIN + ANSWERS)) {
      Answer<Tenure> first = telproof.tenure().check(QUERY, KEYED);
      time.advance(Duration.ofDays(29));
      Answer<Tenure> second = telproof.tenure().check(QUERY, KEYED);
      assertThat(first.receipt().origin()).isEqualTo(AnswerOrigin.FRESH);
      assertThat(second)
          .isEqualTo(
              first.withReceipt(first.receipt().withOrigin(AnswerOrigin.RECORDED, Duration.ZERO)));
      assertThat(second.receipt().isFree()).isTrue();
      assertThat(second.receipt().requestId()).contains("request-1");
      assertThat(telproof.explain(CheckType.TENURE, second.receipt()).toString())
          .contains("its answer of 2026-01-01T00:00:00Z was recorded under the key, charge FREE");
    }
    try (Telproof later = open(MAIN + ANSWERS)) {
      assertThat(later.tenure().check(QUERY, KEYED).receipt().origin())
          .isEqualTo(AnswerOrigin.RECORDED);
      assertThat(later.only("main").tenure().check(QUERY, KEYED).receipt().origin())
          .as("whoever would be asked")
          .isEqualTo(AnswerOrigin.RECORDED);
    }
    assertThat(vendor.bill()).containsExactly(Charge.CHARGED);
    assertThat(only().intent().key().orElseThrow()).matches("[0-9a-f]{64}");
  }

  @Test
  void without_a_key_or_under_another_one_it_is_asked_again() {
    try (Telproof telproof = open(MAIN + ANSWERS)) {
      telproof.tenure().check(QUERY, KEYED);
      telproof.tenure().check(QUERY, KEYED.withoutKey());
      telproof.tenure().check(QUERY, KEYED.withKey("order-4712/tenure"));
    }
    assertThat(vendor.bill()).hasSize(3);
  }

  @Test
  void an_interceptor_may_give_a_question_its_key() {
    Interceptor keys =
        new Interceptor() {
          @Override
          public <Q, V> Answer<V> intercept(
              CheckType check, Q query, CallContext context, Check<Q, V> next) {
            return next.check(query, context.withKey("by-" + check.key()));
          }
        };
    try (Telproof telproof =
        builder(MAIN + ANSWERS).ledger(place.open(time)).interceptor(keys).open()) {
      telproof.tenure().check(QUERY);
      assertThat(telproof.tenure().check(QUERY).receipt().origin())
          .isEqualTo(AnswerOrigin.RECORDED);
    }
    assertThat(vendor.bill()).hasSize(1);
  }

  @Test
  void where_only_receipts_are_kept_the_same_key_fails_with_the_receipt() {
    try (Telproof telproof = open(MAIN)) {
      telproof.tenure().check(QUERY, KEYED);
      VerificationException told = failure(telproof);
      assertThat(told.kind()).isEqualTo(FailureKind.INDETERMINATE);
      assertThat(told.isFree()).isTrue();
      assertThat(told.failure().skipped()).isTrue();
      assertThat(told.provider()).isEqualTo("main");
      assertThat(told.operation()).isEqualTo("LineAge");
      assertThat(told.vendorCode()).contains("0");
      assertThat(told.requestId()).contains("request-1");
      assertThat(told.failure().reason())
          .isEqualTo(
              "this was asked under the same key at 2026-01-01T00:00:00Z, charge CHARGED, and was"
                  + " answered; of its answer only the receipt is kept; it is not asked again, and"
                  + " nothing was sent now; to have it asked once more, take another key");
    }
    assertThat(vendor.bill()).hasSize(1);
  }

  @Test
  void once_an_answer_is_forgotten_its_receipt_is_told() {
    try (Telproof telproof = open(MAIN + ANSWERS)) {
      telproof.tenure().check(QUERY, KEYED);
      time.advance(Duration.ofDays(30));
      assertThat(failure(telproof).failure().reason()).contains("only the receipt is kept");
    }
    assertThat(vendor.bill()).hasSize(1);
  }

  @Test
  void a_gap_needs_no_seal_to_be_told_again() {
    ScriptedProvider given = new ScriptedProvider("given", time, time::advance);
    given.lacks(Gap.NO_RECORD, Charge.CHARGED);
    try (Telproof telproof = builder(MAIN).ledger(place.open(time)).provider(given).open()) {
      Answer<Tenure> first = telproof.only("given").tenure().check(QUERY, KEYED);
      Answer<Tenure> second = telproof.only("given").tenure().check(QUERY, KEYED);
      assertThat(second)
          .isEqualTo(
              new Answer.Unknown<>(
                  Gap.NO_RECORD, first.receipt().withOrigin(AnswerOrigin.RECORDED, Duration.ZERO)));
      assertThat(given.asked).hasSize(1);
    }
  }

  @Test
  void a_recorded_answer_that_cannot_be_read_is_told_and_not_asked_again() {
    try (Telproof telproof = open(MAIN + ANSWERS)) {
      telproof.tenure().check(QUERY, KEYED);
    }
    try (Telproof telproof = open(MAIN + ANSWERS.replace("MDEy", "MTEy"))) {
      assertThat(failure(telproof).failure().reason())
          .contains("cannot be read: it was sealed with another telproof.ledger.answers.key");
    }
    try (Telproof telproof = open(MAIN)) {
      assertThat(failure(telproof).failure().reason())
          .contains("its answer is sealed, and telproof.ledger.answers has no key");
    }
    assertThat(vendor.bill()).hasSize(1);
  }

  @Test
  void what_failed_for_free_is_asked_again() {
    for (int i = 0; i < 3; i++) {
      vendor.script.add(new Line.Fails(FailureKind.UNAVAILABLE, Charge.FREE));
    }
    try (Telproof telproof = open(MAIN + ANSWERS)) {
      assertThat(failure(telproof).kind()).isEqualTo(FailureKind.UNAVAILABLE);
      assertThat(telproof.tenure().check(QUERY, KEYED).receipt().origin())
          .isEqualTo(AnswerOrigin.FRESH);
    }
    assertThat(vendor.bill()).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(names = {"INDETERMINATE", "PROTOCOL", "THROTTLED"})
  void what_failed_and_may_have_been_billed_is_told_and_not_asked_again(FailureKind kind) {
    vendor.script.add(new Line.Fails(kind, Charge.POSSIBLE));
    try (Telproof telproof = open(MAIN + ANSWERS + "telproof.retry.attempts = 1")) {
      failure(telproof);
      VerificationException told = failure(telproof);
      assertThat(told.kind()).isEqualTo(kind);
      assertThat(told.isFree()).isTrue();
      assertThat(told.vendorCode()).contains("Lost");
      assertThat(told.requestId()).contains("request-1");
      assertThat(told.failure().maxRetries()).hasValue(0);
      assertThat(told.failure().reason())
          .contains("asked under the same key", "charge POSSIBLE", "failed with " + kind);
    }
    assertThat(vendor.bill()).hasSize(1);
  }

  @Test
  void what_broke_after_it_was_sent_is_not_asked_again() {
    vendor.script.add(new Line.Breaks());
    try (Telproof telproof = open(MAIN + ANSWERS)) {
      assertThatIllegalStateException().isThrownBy(() -> telproof.tenure().check(QUERY, KEYED));
      assertThat(failure(telproof).failure().reason()).contains("failed with BROKEN");
    }
    assertThat(vendor.bill()).hasSize(1);
  }

  @Test
  void what_a_process_left_in_doubt_is_told_as_such_and_not_asked_again() throws Exception {
    Ledger first = place.open(time);
    vendor.script.add(
        new Line.Does(
            () -> {
              place.end(first);
              throw new BilledProvider.Death();
            }));
    try (Telproof telproof = builder(MAIN + ANSWERS).ledger(first).open()) {
      assertThatExceptionOfType(BilledProvider.Death.class)
          .isThrownBy(() -> telproof.tenure().check(QUERY, KEYED));
    }
    try (Telproof telproof = open(MAIN + ANSWERS)) {
      for (int i = 0; i < 3; i++) {
        VerificationException told = failure(telproof);
        assertThat(told.kind()).isEqualTo(FailureKind.INDETERMINATE);
        assertThat(told.isFree()).isTrue();
        assertThat(told.provider()).isEqualTo("main");
        assertThat(told.failure().reason())
            .contains("a process that ended", "intent " + only().intent().id(), "not asked again");
      }
      assertThat(vendor.asked).hasSize(1);
      Ledger person = place.open(time);
      assertThat(person.dismiss(only().intent().id())).isTrue();
      assertThat(telproof.tenure().check(QUERY, KEYED).receipt().origin())
          .isEqualTo(AnswerOrigin.FRESH);
    }
  }

  @Test
  void what_a_process_settled_before_it_ended_is_told_by_its_receipt() throws LedgerException {
    Ledger first = place.open(time);
    vendor.script.add(new Line.Does(() -> {}));
    try (Telproof telproof = builder(MAIN + ANSWERS).ledger(new Forgetful(first)).open()) {
      telproof.tenure().check(QUERY, KEYED);
      place.end(first);
    }
    try (Telproof telproof = open(MAIN + ANSWERS)) {
      VerificationException told = failure(telproof);
      assertThat(told.requestId()).contains("request-1");
      assertThat(told.failure().reason()).contains("only the receipt is kept");
    }
    assertThat(vendor.bill()).hasSize(1);
  }

  @Test
  void a_key_that_was_used_for_another_question_is_refused_before_anything_is_sent() {
    try (Telproof telproof = open(MAIN + ANSWERS)) {
      telproof.tenure().check(QUERY, KEYED);
      List<VerificationException> refused =
          List.of(
              catchThrowableOfType(
                  VerificationException.class,
                  () ->
                      telproof
                          .tenure()
                          .check(TenureQuery.of(PhoneNumber.of("+8613800138001")), KEYED)),
              catchThrowableOfType(
                  VerificationException.class,
                  () -> telproof.tenure().check(TenureQuery.of(NUMBER, 6), KEYED)),
              catchThrowableOfType(
                  VerificationException.class, () -> telproof.phoneStatus().check(NUMBER, KEYED)));
      assertThat(refused)
          .allSatisfy(
              e -> {
                assertThat(e.kind()).isEqualTo(FailureKind.INVALID_REQUEST);
                assertThat(e.isFree()).isTrue();
                assertThat(e.failure().skipped()).isTrue();
                assertThat(e.failure().reason()).contains("the key was used for another question");
              });
    }
    assertThat(vendor.bill()).hasSize(1);
  }

  @Test
  void a_key_without_a_ledger_is_refused_before_anything_is_sent() {
    try (Telproof telproof = builder(MAIN).open()) {
      VerificationException refused = failure(telproof);
      assertThat(refused.kind()).isEqualTo(FailureKind.INVALID_REQUEST);
      assertThat(refused.isFree()).isTrue();
      assertThat(refused.failure().reason())
          .contains("there is no ledger", "configure telproof.ledger, or leave the key out");
      assertThat(
              catchThrowableOfType(
                      VerificationException.class,
                      () -> telproof.only("main").tenure().check(QUERY, KEYED))
                  .kind())
          .isEqualTo(FailureKind.INVALID_REQUEST);
      telproof.tenure().check(QUERY);
    }
    assertThat(vendor.bill()).hasSize(1);
  }

  @Test
  void a_ledger_that_cannot_tell_of_a_key_lets_nothing_be_sent_required_or_not() {
    try (Telproof telproof = open(MAIN + "telproof.ledger.required = false")) {
      place.fail("the disk is full");
      VerificationException refused = failure(telproof);
      assertThat(refused.kind()).isEqualTo(FailureKind.UNAVAILABLE);
      assertThat(refused.isFree()).isTrue();
      assertThat(refused.failure().reason()).contains("(the disk is full); nothing was sent");
      assertThat(vendor.asked).isEmpty();
    }
  }

  @Test
  void where_the_conclusion_cannot_be_written_the_answer_is_given_and_the_receipt_is_kept() {
    try (Telproof telproof =
        builder(MAIN + ANSWERS).ledger(new Forgetful(place.open(time))).open()) {
      assertThat(telproof.tenure().check(QUERY, KEYED)).isInstanceOf(Answer.Known.class);
      assertThat(failure(telproof).failure().reason()).contains("only the receipt is kept");
    }
    assertThat(vendor.bill()).hasSize(1);
  }

  @Test
  void who_has_to_wait_for_another_process_waits_its_own_time_and_is_told() {
    Instant before = time.now();
    try (Telproof telproof = builder(MAIN + ANSWERS).ledger(new Held(place.open(time))).open()) {
      VerificationException told = failure(telproof, KEYED.withLongestWait(Duration.ofSeconds(2)));
      assertThat(told.kind()).isEqualTo(FailureKind.UNAVAILABLE);
      assertThat(told.isFree()).isTrue();
      assertThat(told.failure().reason()).contains("same key is under way");
      assertThat(time.now()).isEqualTo(before.plusSeconds(2));
      failure(telproof, KEYED.withTimeLeft(Duration.ofSeconds(1)));
      assertThat(time.now()).isEqualTo(before.plusSeconds(3));
      failure(telproof, KEYED.withLongestWait(Duration.ZERO));
      assertThat(time.now()).isEqualTo(before.plusSeconds(3));
    }
    assertThat(vendor.asked).isEmpty();
  }

  @Test
  void who_waits_for_another_process_has_its_answer_once_it_is_there() {
    Held held = new Held(place.open(time));
    try (Telproof telproof = builder(MAIN + ANSWERS).ledger(held).open()) {
      int[] left = {3};
      time.atEachUse(
          () -> {
            if (left[0]-- == 0) {
              held.frees();
            }
          });
      assertThat(telproof.tenure().check(QUERY, KEYED).receipt().origin())
          .isEqualTo(AnswerOrigin.FRESH);
    }
  }

  @Test
  void who_waits_in_the_same_process_has_the_answer_of_who_asks() throws Exception {
    CompletableFuture<Void> go = new CompletableFuture<>();
    CompletableFuture<Void> sending = new CompletableFuture<>();
    vendor.script.add(
        new Line.Does(
            () -> {
              sending.complete(null);
              go.join();
            }));
    try (Telproof telproof =
        Telproof.builder(ConfigFactory.parseString(MAIN + ANSWERS))
            .time(Time.system())
            .only(List.of(vendor))
            .ledger(place.open(Time.system()))
            .open()) {
      CallContext patient =
          KEYED.withTimeLeft(Duration.ofHours(1)).withLongestWait(Duration.ofHours(1));
      List<Answer<Tenure>> answers = new ArrayList<>();
      Thread first = new Thread(() -> telproof.tenure().check(QUERY, patient));
      first.start();
      sending.join();
      Thread second = new Thread(() -> answers.add(telproof.tenure().check(QUERY, patient)));
      second.start();
      WaitingThread.forIt(second);
      go.complete(null);
      first.join();
      second.join();
      assertThat(answers)
          .singleElement()
          .satisfies(
              answer -> assertThat(answer.receipt().origin()).isEqualTo(AnswerOrigin.RECORDED));
    }
    assertThat(vendor.bill()).hasSize(1);
  }

  @Test
  void who_is_interrupted_while_it_waits_is_told_at_once() throws Exception {
    Held held = new Held(place.open(Time.system()));
    try (Telproof telproof =
        Telproof.builder(ConfigFactory.parseString(MAIN))
            .time(Time.system())
            .only(List.of(vendor))
            .ledger(held)
            .open()) {
      List<VerificationException> told = new ArrayList<>();
      List<Boolean> interrupted = new ArrayList<>();
      Thread waiting =
          new Thread(
              () -> {
                told.add(
                    failure(
                        telproof,
                        KEYED
                            .withTimeLeft(Duration.ofHours(1))
                            .withLongestWait(Duration.ofHours(1))));
                interrupted.add(Thread.currentThread().isInterrupted());
              });
      waiting.start();
      WaitingThread.forIt(waiting);
      waiting.interrupt();
      waiting.join();
      assertThat(told.get(0).kind()).isEqualTo(FailureKind.UNAVAILABLE);
      assertThat(told.get(0).failure().reason()).contains("interrupted while it waited");
      assertThat(interrupted).containsExactly(true);
    }
  }

  @Test
  void of_many_threads_with_the_same_keys_one_asks_for_each() throws Exception {
    int keys = 6;
    try (Telproof telproof =
        Telproof.builder(ConfigFactory.parseString(MAIN + ANSWERS + "telproof.coalesce = [tenure]"))
            .time(Time.system())
            .only(List.of(vendor))
            .ledger(place.open(Time.system()))
            .open()) {
      CallContext patient = CallContext.within(Duration.ofHours(1));
      Together.run(
          16,
          7,
          random -> {
            for (int i = 0; i < 30; i++) {
              int key = random.nextInt(keys);
              telproof
                  .tenure()
                  .check(
                      TenureQuery.of(PhoneNumber.of("+861380013800" + key)),
                      patient.withKey("order-" + key));
            }
            return keys;
          });
    }
    assertThat(vendor.bill()).hasSize(keys);
  }

  @Test
  void wherever_the_clock_breaks_no_answer_is_lost_and_nothing_is_billed_twice() {
    int answered = 0;
    for (int uses = 0; uses < 40; uses++) {
      MemoryLedgers fresh = new MemoryLedgers();
      int before = vendor.bill().size();
      try (Telproof telproof = builder(MAIN + ANSWERS).ledger(fresh.open(time)).open()) {
        time.afterUses(
            uses,
            () -> {
              throw new IllegalStateException("the clock is broken");
            });
        try {
          telproof.tenure().check(QUERY, KEYED);
          answered++;
        } catch (IllegalStateException e) {
          assertThat(vendor.bill()).as("after %d uses", uses).hasSize(before);
        }
        time.atEachUse(() -> {});
        for (int again = 0; again < 2; again++) {
          try {
            telproof.tenure().check(QUERY, KEYED);
          } catch (VerificationException e) {
            assertThat(e.kind()).as("after %d uses", uses).isEqualTo(FailureKind.INDETERMINATE);
          }
        }
        // Where it broke between the intent and the sending, nobody knows that nothing was sent.
        assertThat(vendor.bill()).as("after %d uses", uses).hasSizeBetween(before, before + 1);
      }
    }
    assertThat(vendor.bill()).hasSizeGreaterThanOrEqualTo(answered);
    assertThat(answered).isPositive();
  }

  /** A ledger that writes no conclusion. */
  private static class Forgetful implements Ledger {
    private final Ledger ledger;

    Forgetful(Ledger ledger) {
      this.ledger = ledger;
    }

    @Override
    public void intend(Intent intent) throws LedgerException {
      ledger.intend(intent);
    }

    @Override
    public void settle(Settlement settlement) throws LedgerException {
      ledger.settle(settlement);
    }

    @Override
    public KeyClaim claim(String key) throws LedgerException {
      return ledger.claim(key);
    }

    @Override
    public void conclude(
        String key, String outcome, Receipt receipt, Optional<Sensitive> answer, Instant until)
        throws LedgerException {
      throw new LedgerException("the disk is full");
    }

    @Override
    public void release(String key) throws LedgerException {
      ledger.release(key);
    }

    @Override
    public boolean dismiss(String id) throws LedgerException {
      return ledger.dismiss(id);
    }

    @Override
    public void entries(Instant from, Instant until, Consumer<Entry> shown) throws LedgerException {
      ledger.entries(from, until, shown);
    }

    @Override
    public void doubts(Consumer<Entry> shown) throws LedgerException {
      ledger.doubts(shown);
    }

    @Override
    public void close() {
      ledger.close();
    }
  }

  @Test
  void a_failure_that_may_have_been_billed_is_told_again_also_where_its_intent_is_missing() {
    Ledger written = place.open(time);
    Ledger ledger =
        new Forgetful(written) {
          @Override
          public void intend(Intent intent) throws LedgerException {
            throw new LedgerException("the disk is full");
          }

          @Override
          public void conclude(
              String key,
              String outcome,
              Receipt receipt,
              Optional<Sensitive> answer,
              Instant until)
              throws LedgerException {
            written.conclude(key, outcome, receipt, answer, until);
          }
        };
    vendor.script.add(new Line.Fails(FailureKind.INDETERMINATE, Charge.POSSIBLE));
    try (Telproof telproof =
        builder(MAIN + "telproof.ledger.required = false").ledger(ledger).open()) {
      failure(telproof);
      assertThat(failure(telproof).failure().reason()).contains("failed with INDETERMINATE");
    }
    assertThat(vendor.bill()).hasSize(1);
  }

  /** A ledger in which another process has every key, until it frees them. */
  private static final class Held extends Forgetful {
    private volatile boolean held = true;

    Held(Ledger ledger) {
      super(ledger);
    }

    void frees() {
      held = false;
    }

    @Override
    public KeyClaim claim(String key) throws LedgerException {
      return held ? new KeyClaim.UnderWay() : super.claim(key);
    }
  }
}
