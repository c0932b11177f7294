package io.telproof.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.Answer;
import io.telproof.AnswerOrigin;
import io.telproof.CallContext;
import io.telproof.Charge;
import io.telproof.Failure;
import io.telproof.FailureKind;
import io.telproof.Receipt;
import io.telproof.Tenure;
import io.telproof.bulk.internal.file.Checkpoint;
import io.telproof.bulk.internal.file.Outcome;
import io.telproof.spi.CheckType;
import io.telproof.spi.ledger.Intent;
import io.telproof.spi.ledger.LedgerReader.Entry;
import io.telproof.spi.ledger.Settlement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a row came to where the process that asked about it has ended. */
final class RunStateTest {
  private static final Instant AT = Instant.parse("2026-11-26T10:00:00Z");
  private static final Duration TOOK = Duration.ofMillis(70);
  private static final String RUN = "0123456789ab";
  private static final String TAG = "%032x".formatted(7);
  private static final CallId CALL = new CallId(RUN, 3, 0, TAG);
  private static final Receipt RECORDED =
      Receipt.of("main", "Months", Charge.FREE, AT, TOOK)
          .withOrigin(AnswerOrigin.RECORDED, Duration.ofMillis(1));

  private static Entry entry(String provider, Optional<Settlement> settlement) {
    Intent intent =
        Intent.of(
            "%032x".formatted(1),
            AT,
            CheckType.TENURE,
            provider,
            "Months",
            "%032x".formatted(2),
            new CallContext(TOOK, CALL.toString(), Optional.empty()));
    return new Entry(intent, settlement, false);
  }

  private static Entry settled(String provider, String outcome, Charge charge) {
    return entry(
        provider,
        Optional.of(
            new Settlement(
                "%032x".formatted(1),
                AT.plus(TOOK),
                outcome,
                charge,
                Optional.of("0"),
                Optional.of("r-1"),
                TOOK)));
  }

  private static Outcome known(Receipt receipt) {
    return Outcome.of(new Answer.Known<>(Tenure.from(24), receipt));
  }

  private static Checkpoint at(long done, List<Long> beyond) {
    return new Checkpoint(
        done, beyond, 0, 0, 0, Checkpoint.begin(AT).totals(), AT, 0, List.of(), false);
  }

  private static RunState state(Entry... entries) {
    RunState state = new RunState(at(2, List.of()));
    List.of(entries).forEach(entry -> state.askedBefore(CALL, entry));
    return state;
  }

  @Test
  void the_row_that_asked_has_its_own_receipt_again() {
    RunState state = state(settled("main", "KNOWN", Charge.CHARGED));
    assertThat(state.billed()).as("before the row is done").isOne();
    Outcome outcome = state.own(CALL, known(RECORDED));
    assertThat(outcome.receipt())
        .isEqualTo(
            Receipt.of("main", "Months", Charge.CHARGED, AT, TOOK)
                .withVendorCode("0")
                .withRequestId("r-1"));
    assertThat(state.billed()).as("it waits for the rows before it").isOne();
    assertThat(state.totalsSoFar().charges()).containsEntry(Charge.CHARGED, 1L);
    assertThat(state.totals().charges()).as("what is written").containsEntry(Charge.CHARGED, 0L);
    state.count(CALL, outcome);
    assertThat(state.billed()).as("it is counted once").isOne();
  }

  @Test
  void a_row_that_asks_the_same_is_free() {
    RunState state = state(settled("main", "KNOWN", Charge.CHARGED));
    CallId other = new CallId(RUN, 4, 0, TAG);
    assertThat(state.own(other, known(RECORDED)).receipt()).isEqualTo(RECORDED);
  }

  @Test
  void an_attempt_before_the_last_one_is_on_the_receipt() {
    RunState state =
        state(
            settled("main", "UNAVAILABLE", Charge.FREE), settled("other", "KNOWN", Charge.CHARGED));
    Receipt receipt = state.own(CALL, known(RECORDED)).receipt();
    assertThat(receipt.provider()).isEqualTo("other");
    assertThat(receipt.earlier())
        .singleElement()
        .satisfies(
            attempt -> {
              assertThat(attempt.provider()).isEqualTo("main");
              assertThat(attempt.failure()).contains(FailureKind.UNAVAILABLE);
            });
  }

  @Test
  void what_was_asked_anew_keeps_the_receipt_of_the_new_question() {
    RunState state = state(settled("main", "UNAVAILABLE", Charge.FREE));
    Receipt fresh = Receipt.of("main", "Months", Charge.CHARGED, AT, TOOK);
    assertThat(state.own(CALL, known(fresh)).receipt()).isEqualTo(fresh);
  }

  @Test
  void what_nobody_knows_the_end_of_may_have_been_billed() {
    RunState state = state(entry("main", Optional.empty()));
    Failure failure =
        Failure.of(FailureKind.INDETERMINATE, "telproof", "tenure", "in doubt")
            .withCharge(Charge.FREE);
    Outcome outcome = state.own(CALL, Outcome.of(failure, AT, TOOK));
    assertThat(outcome.isDoubtful()).isTrue();
    assertThat(outcome.receipt().charge()).isEqualTo(Charge.POSSIBLE);
    assertThat(outcome.receipt().provider()).isEqualTo("main");
  }

  @Test
  void what_a_person_has_let_be_asked_again_is_not_counted_once_more() {
    RunState state = state(settled("main", Settlement.DISMISSED, Charge.POSSIBLE));
    assertThat(state.own(CALL, known(RECORDED)).receipt()).isEqualTo(RECORDED);
  }

  @Test
  void what_was_asked_before_is_looked_for_until_its_row_is_done() {
    RunState state = state(settled("main", "KNOWN", Charge.CHARGED));
    assertThat(state.since(AT.plusSeconds(60))).isEqualTo(AT);
    Outcome outcome = state.own(CALL, known(RECORDED));
    assertThat(state.since(AT.plusSeconds(60))).as("it is not written yet").isEqualTo(AT);
    state.count(CALL, outcome);
    assertThat(state.since(AT.plusSeconds(60))).isEqualTo(AT.plusSeconds(60));
  }

  @Test
  void what_the_ledger_has_of_rows_that_are_done_is_not_kept() {
    RunState state = new RunState(at(CALL.row(), List.of(CALL.row() + 2)));
    Entry entry = settled("main", "KNOWN", Charge.CHARGED);
    for (long row : List.of(CALL.row(), CALL.row() + 2)) {
      state.askedBefore(new CallId(CALL.run(), row, CALL.generation(), CALL.tag()), entry);
    }
    assertThat(state.billed()).isZero();
    assertThat(state.since(AT.plusSeconds(60))).isEqualTo(AT.plusSeconds(60));
  }

  @Test
  void rows_are_done_one_by_one_and_up_to_one() {
    RunState state = new RunState(at(2, List.of(5L)));
    assertThat(state.isToBeAsked(2)).isFalse();
    assertThat(state.isToBeAsked(3)).isTrue();
    assertThat(state.isToBeAsked(5)).isFalse();
    state.done(3);
    assertThat(state.isToBeAsked(3)).isFalse();
    state.doneUpTo(4);
    assertThat(state.isToBeAsked(4)).isFalse();
    assertThat(state.isToBeAsked(6)).isTrue();
  }
}
