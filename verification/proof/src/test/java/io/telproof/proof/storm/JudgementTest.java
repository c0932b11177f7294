package io.telproof.proof.storm;

import static io.telproof.Charge.UNSTATED;
import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.Charge;
import io.telproof.FailureKind;
import io.telproof.PreValidatedId;
import io.telproof.SimSwap;
import io.telproof.proof.storm.Books.Deed;
import io.telproof.proof.storm.Books.Sighting;
import io.telproof.proof.storm.QuestionEnd.Claim;
import io.telproof.sandbox.Billing;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

/** A control: that the storm finds each thing that it is there to find, and nothing else. */
final class JudgementTest {
  private static final int PERSON = 12_345;
  private static final int OTHER = 12_346;
  private static final long ASKED = 1_000;
  private static final long ENDED = 2_000;
  private static final long DUE = 5_000;

  private final Books books = new Books();
  private final Judgement judgement = new Judgement(books);

  private void carriedOut(String provider, int person, String requestId, boolean billed) {
    carriedOut(provider, person, requestId, billed ? Billing.CHARGED : Billing.FREE);
  }

  private void carriedOut(String provider, int person, String requestId, Billing billing) {
    books.carriedOut(new Deed(provider, person, requestId, billing));
  }

  private void seen(OptionalLong closed) {
    books.seen(new Sighting(PERSON, closed));
  }

  private static QuestionEnd answered(Object value, String requestId, Claim... claims) {
    return answered(value, Optional.of(requestId), claims);
  }

  private static QuestionEnd answered(Object value, Optional<String> requestId, Claim... claims) {
    return new QuestionEnd(
        PERSON,
        ASKED,
        DUE,
        ENDED,
        List.of(claims),
        Optional.empty(),
        requestId,
        Optional.of(value),
        "");
  }

  private static QuestionEnd answered(String requestId, Claim... claims) {
    return answered(Everybody.tenure(PERSON), requestId, claims);
  }

  private static QuestionEnd failed(FailureKind kind, Claim... claims) {
    return new QuestionEnd(
        PERSON,
        ASKED,
        DUE,
        ENDED,
        List.of(claims),
        Optional.of(kind),
        Optional.empty(),
        Optional.empty(),
        "any");
  }

  private static SimSwap swapOf(int person) {
    return SimSwap.of(false).withLastSwap(Everybody.lastSwap(person));
  }

  private static PreValidatedId idOf(int person) {
    return new PreValidatedId(Everybody.numberId(person), Optional.empty());
  }

  private static Claim operator(Charge charge) {
    return new Claim("operator", charge);
  }

  private static Claim pool(Charge charge) {
    return new Claim("pool", charge);
  }

  private static Claim main(Charge charge) {
    return new Claim("main", charge);
  }

  private static Claim second(Charge charge) {
    return new Claim("second", charge);
  }

  @Test
  void an_answer_that_the_vendor_gave_to_this_question_and_bills_is_right() {
    carriedOut("main", PERSON, "id-1", true);
    assertThat(judgement.of(answered("id-1", main(Charge.CHARGED)))).isEmpty();
  }

  @Test
  void an_answer_of_the_second_vendor_after_a_free_refusal_of_the_first_is_right() {
    carriedOut("second", PERSON, "id-1", true);
    assertThat(
            judgement.of(
                answered(
                    Everybody.coarse(PERSON), "id-1", main(Charge.FREE), second(Charge.CHARGED))))
        .isEmpty();
  }

  @Test
  void an_answer_of_an_operator_who_gives_no_id_is_right_where_the_operator_gave_it() {
    carriedOut("operator", PERSON, "the caller's", true);
    assertThat(judgement.of(answered(swapOf(PERSON), Optional.empty(), operator(UNSTATED))))
        .isEmpty();
  }

  @Test
  void an_answer_without_an_id_that_only_another_vendor_can_have_given_is_found() {
    carriedOut("second", PERSON, "id-1", Billing.UNSTATED);
    assertThat(
            judgement.of(
                answered(swapOf(PERSON), Optional.empty(), second(UNSTATED), operator(UNSTATED))))
        .containsExactly(Violation.NOBODYS);
  }

  @Test
  void another_persons_answer_without_an_id_is_found_by_its_value() {
    carriedOut("operator", PERSON, "the caller's", true);
    assertThat(judgement.of(answered(swapOf(OTHER), Optional.empty(), operator(UNSTATED))))
        .containsExactly(Violation.ANOTHERS);
  }

  @Test
  void another_persons_id_of_a_number_is_found() {
    carriedOut("pool", PERSON, "id-1", Billing.UNSTATED);
    assertThat(judgement.of(answered(idOf(PERSON), "id-1", pool(UNSTATED)))).isEmpty();
    assertThat(judgement.of(answered(idOf(OTHER), "id-1", pool(UNSTATED))))
        .containsExactly(Violation.ANOTHERS);
  }

  @Test
  void what_a_vendor_carried_out_and_states_no_price_of_is_neither_free_nor_charged() {
    carriedOut("pool", PERSON, "id-1", Billing.UNSTATED);
    assertThat(judgement.of(answered(idOf(PERSON), "id-1", pool(Charge.FREE))))
        .containsExactly(Violation.FREE_WHILE_BILLED);
    assertThat(judgement.of(answered(idOf(PERSON), "id-1", pool(Charge.CHARGED))))
        .containsExactly(Violation.CHARGED_WHILE_NOT);
  }

  @Test
  void a_question_that_was_never_sent_and_is_free_is_right() {
    assertThat(judgement.of(failed(FailureKind.THROTTLED, main(Charge.FREE)))).isEmpty();
  }

  @Test
  void a_doubt_about_what_was_carried_out_or_came_as_far_as_the_line_is_right() {
    seen(OptionalLong.empty());
    assertThat(judgement.of(failed(FailureKind.INDETERMINATE, main(Charge.POSSIBLE)))).isEmpty();
    carriedOut("main", PERSON, "id-1", true);
    assertThat(judgement.of(failed(FailureKind.INDETERMINATE, main(Charge.POSSIBLE)))).isEmpty();
  }

  @Test
  void a_question_that_ended_in_something_else_is_found_and_admits_no_cost() {
    QuestionEnd ending = QuestionEnd.broken(PERSON, ASKED, DUE, ENDED, new IllegalStateException());
    assertThat(judgement.of(ending)).containsExactly(Violation.NEITHER);
    carriedOut("main", PERSON, "id-1", true);
    assertThat(judgement.of(ending))
        .containsExactly(Violation.NEITHER, Violation.FREE_WHILE_BILLED);
  }

  @Test
  void a_question_that_one_vendor_carried_out_twice_is_found() {
    carriedOut("main", PERSON, "id-1", true);
    carriedOut("main", PERSON, "id-2", true);
    assertThat(judgement.of(answered("id-2", main(Charge.CHARGED))))
        .containsExactly(Violation.CARRIED_OUT_TWICE);
  }

  @Test
  void a_question_that_two_vendors_carried_out_is_found_although_the_receipt_admits_both() {
    carriedOut("main", PERSON, "id-1", true);
    carriedOut("second", PERSON, "id-2", true);
    assertThat(judgement.of(answered("id-2", main(Charge.POSSIBLE), second(Charge.CHARGED))))
        .containsExactly(Violation.CARRIED_OUT_TWICE);
  }

  @Test
  void what_a_vendor_bills_and_the_failure_calls_free_is_found() {
    carriedOut("main", PERSON, "id-1", true);
    assertThat(judgement.of(failed(FailureKind.UNAVAILABLE, main(Charge.FREE))))
        .containsExactly(Violation.FREE_WHILE_BILLED);
  }

  @Test
  void what_the_first_vendor_bills_and_only_the_second_is_said_to_is_found() {
    carriedOut("main", PERSON, "id-1", true);
    carriedOut("second", PERSON, "id-2", true);
    assertThat(judgement.of(answered("id-2", main(Charge.FREE), second(Charge.CHARGED))))
        .containsExactly(Violation.CARRIED_OUT_TWICE, Violation.FREE_WHILE_BILLED);
  }

  @Test
  void what_is_said_to_be_charged_and_was_never_carried_out_is_found() {
    carriedOut("main", OTHER, "id-1", true);
    assertThat(judgement.of(answered("id-1", main(Charge.CHARGED))))
        .containsExactly(Violation.CHARGED_WHILE_NOT, Violation.ANOTHERS);
  }

  @Test
  void what_is_said_to_be_charged_and_was_carried_out_for_nothing_is_found() {
    carriedOut("main", PERSON, "id-1", false);
    assertThat(judgement.of(answered("id-1", main(Charge.CHARGED))))
        .containsExactly(Violation.CHARGED_WHILE_NOT);
  }

  @Test
  void another_persons_reply_is_found_by_its_id() {
    carriedOut("main", PERSON, "id-1", true);
    carriedOut("main", OTHER, "id-2", true);
    assertThat(judgement.of(answered("id-2", main(Charge.CHARGED))))
        .containsExactly(Violation.ANOTHERS);
  }

  @Test
  void another_persons_answer_is_found_by_its_value() {
    carriedOut("main", PERSON, "id-1", true);
    assertThat(judgement.of(answered(Everybody.tenure(OTHER), "id-1", main(Charge.CHARGED))))
        .containsExactly(Violation.ANOTHERS);
  }

  @Test
  void a_failure_that_quotes_the_id_of_anothers_request_is_found() {
    carriedOut("main", PERSON, "id-1", true);
    carriedOut("main", OTHER, "id-2", true);
    QuestionEnd ending =
        new QuestionEnd(
            PERSON,
            ASKED,
            DUE,
            ENDED,
            List.of(main(Charge.POSSIBLE)),
            Optional.of(FailureKind.PROTOCOL),
            Optional.of("id-2"),
            Optional.empty(),
            "any");
    assertThat(judgement.of(ending)).containsExactly(Violation.ANOTHERS);
  }

  @Test
  void an_answer_that_no_vendor_gave_is_found() {
    carriedOut("main", PERSON, "id-1", true);
    assertThat(judgement.of(answered("id-9", main(Charge.CHARGED))))
        .containsExactly(Violation.NOBODYS);
  }

  @Test
  void a_doubt_about_what_never_left_is_found() {
    assertThat(judgement.of(failed(FailureKind.INDETERMINATE, main(Charge.POSSIBLE))))
        .containsExactly(Violation.DOUBT_WITHOUT_CAUSE);
    books.resetInThePause(ASKED - 2, ASKED - 1);
    books.resetInThePause(ENDED + 1, ENDED + 2);
    assertThat(judgement.of(failed(FailureKind.INDETERMINATE, main(Charge.POSSIBLE))))
        .as("what was reset before could have been seen")
        .containsExactly(Violation.DOUBT_WITHOUT_CAUSE);
  }

  @Test
  void a_doubt_at_the_end_of_the_callers_time_is_right_and_counted() {
    QuestionEnd ending =
        new QuestionEnd(
            PERSON,
            ASKED,
            DUE,
            DUE,
            List.of(main(Charge.POSSIBLE)),
            Optional.of(FailureKind.INDETERMINATE),
            Optional.empty(),
            Optional.empty(),
            "any");
    assertThat(judgement.of(ending)).isEmpty();
    assertThat(judgement.unseenAtTheDeadline(ending)).isTrue();
    seen(OptionalLong.empty());
    assertThat(judgement.unseenAtTheDeadline(ending)).isFalse();
  }

  @Test
  void a_doubt_is_right_where_a_connection_was_reset_meanwhile() {
    books.resetInThePause(ASKED - 1, ASKED + 1);
    assertThat(judgement.of(failed(FailureKind.INDETERMINATE, main(Charge.POSSIBLE)))).isEmpty();
  }

  @Test
  void a_doubt_on_a_connection_that_had_been_closed_before_the_question_is_found() {
    seen(OptionalLong.of(ASKED - 1));
    assertThat(judgement.of(failed(FailureKind.INDETERMINATE, main(Charge.POSSIBLE))))
        .containsExactly(Violation.SENT_INTO_A_CLOSED_CONNECTION);
  }

  @Test
  void a_doubt_on_a_connection_that_was_closed_meanwhile_is_right() {
    seen(OptionalLong.of(ASKED + 1));
    assertThat(judgement.of(failed(FailureKind.INDETERMINATE, main(Charge.POSSIBLE)))).isEmpty();
  }

  @Test
  void of_a_reply_that_came_after_the_look_only_the_cost_is_judged() {
    books.afterTheLook("id-2");
    carriedOut("main", OTHER, "id-2", true);
    QuestionEnd ending = answered("id-2", main(Charge.CHARGED));
    assertThat(judgement.couldNotBeTold(ending)).isTrue();
    assertThat(judgement.of(ending)).isEmpty();
    carriedOut("main", PERSON, "id-1", true);
    carriedOut("second", PERSON, "id-3", true);
    assertThat(judgement.of(ending))
        .containsExactly(Violation.CARRIED_OUT_TWICE, Violation.FREE_WHILE_BILLED);
  }
}
