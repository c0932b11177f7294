package io.telproof.examples.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.inject.CreationException;
import io.telproof.Answer;
import io.telproof.Charge;
import io.telproof.Receipt;
import io.telproof.Tenure;
import io.telproof.TenureCheck;
import io.telproof.client.AuditRecord;
import io.telproof.sandbox.Scenario;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SignUpTest {
  private final Trial trial = new Trial(Trial.applicationConf());

  @AfterAll
  void close() {
    trial.close();
  }

  @ParameterizedTest
  @CsvSource({
    "PLAIN_GOOD, ACCEPTED, ''",
    "OFF_NETWORK, DECLINED, the number is not known to be 6 months old",
    "NO_RECORD, DECLINED, the number is not known to be 6 months old",
    "NOT_COVERED, DECLINED, the number is not known to be 6 months old",
    "SUSPENDED, DECLINED, the line is suspended",
    "CANCELLED, DECLINED, the line is cancelled",
    "UNREACHABLE, LATER, try again soon",
    "CODE_WRONG, DECLINED, the code is wrong",
    "CODE_EXPIRED, DECLINED, the code is wrong",
    "BUSY_ONCE, ACCEPTED, ''",
    "THROTTLED_ONCE, ACCEPTED, ''",
    "BUSY, LATER, try again soon",
    "DAILY_LIMIT, REFUSED, QUOTA",
    "ARREARS, REFUSED, ACCOUNT",
    "NOT_PERMITTED, REFUSED, UNAUTHORIZED",
    "WRONG_NUMBER, REFUSED, INVALID_REQUEST",
    "UNLISTED_ERROR, REFUSED, PROTOCOL",
    "RESET_BEFORE_REPLY, UNDECIDED, 'the outcome was lost, and the request has no id'",
  })
  void each_case_is_decided_and_the_reason_is_said(Scenario scenario, String word, String because) {
    Decision decision = trial.decide(scenario);
    assertThat(decision.word() + " " + decision.because()).isEqualTo(word + " " + because);
  }

  @Test
  void codes_are_sent_by_the_vendor_that_sends_them_to_end_users() {
    try (Trial one = new Trial(Trial.applicationConf())) {
      assertThat(one.decide(Scenario.PLAIN_GOOD)).isInstanceOf(Decision.Accepted.class);
      assertThat(one.bill().requests("SendSmsVerifyCode")).isEqualTo(1);
      assertThat(one.bill().requests("CheckSmsVerifyCode")).isEqualTo(1);
      assertThat(one.bill().requests("SendIntlPhoneEmailCode")).isZero();
      assertThat(one.bill().requests("CreateIntlPhoneEmail")).isZero();
    }
  }

  @Test
  void whoever_comes_back_is_not_told_that_a_code_is_wrong_which_nobody_looked_at() {
    String contacts = Trial.applicationConf().replaceAll("(?m)^( *code-[a-z]+) = .*$", "$1 = main");
    try (Trial returning = new Trial(contacts)) {
      assertThat(returning.decide(Scenario.ALREADY_VERIFIED))
          .isEqualTo(
              new Decision.Declined(
                  "the vendor had verified the number before, and did not look at the code"));
    }
  }

  @Test
  void a_lost_outcome_is_undecided_and_names_the_request() {
    assertThat(trial.decide(Scenario.INTERNAL_ERROR))
        .isInstanceOfSatisfying(
            Decision.Undecided.class,
            undecided -> {
              String request = undecided.requestId().orElseThrow();
              assertThat(undecided.because()).contains(request);
              assertThat(trial.bill().lines())
                  .anySatisfy(line -> assertThat(line.requestId()).isEqualTo(request));
            });
  }

  @Test
  void a_busy_vendor_is_asked_again_and_the_account_is_paid_for_once() {
    try (Trial busy = new Trial(Trial.applicationConf())) {
      assertThat(busy.decide(Scenario.BUSY_ONCE)).isInstanceOf(Decision.Accepted.class);
      assertThat(busy.bill().requests("MobileNetworkTimeVerification")).isEqualTo(2);
      assertThat(busy.bill().charged("MobileNetworkTimeVerification")).isEqualTo(1);
    }
  }

  @Test
  void the_audit_log_has_a_line_for_each_question_and_no_number_in_it() {
    try (Trial one = new Trial(Trial.applicationConf())) {
      one.decide(Scenario.PLAIN_GOOD);
      one.decide(Scenario.RESET_BEFORE_REPLY);
      assertThat(one.auditLog().records())
          .extracting(entry -> entry.check().key() + " " + entry.outcome())
          .containsExactly(
              "tenure KNOWN",
              "phone-status KNOWN",
              "code-delivery KNOWN",
              "code-verification KNOWN",
              "tenure INDETERMINATE");
      AuditRecord lost = one.auditLog().records().get(4);
      assertThat(lost.charge()).isEqualTo(Charge.POSSIBLE);
      assertThat(AuditLog.line(lost).split(" +"))
          .containsExactly(
              "reset-before-reply",
              "sign-up",
              "tenure",
              "INDETERMINATE",
              "POSSIBLE",
              "main",
              lost.subject());
    }
  }

  @Test
  void a_test_puts_a_lambda_in_the_place_of_a_check() {
    Receipt receipt = Receipt.unsent("fake", "tenure", Instant.EPOCH);
    TenureCheck fake = (query, context) -> new Answer.Known<>(Tenure.from(24), receipt);
    try (Trial faked =
        new Trial(
            Trial.applicationConf(), binder -> binder.bind(TenureCheck.class).toInstance(fake))) {
      assertThat(faked.decide(Scenario.OFF_NETWORK).because()).isEqualTo("the line is off network");
      assertThat(faked.bill().requests("MobileNetworkTimeVerification")).isZero();
    }
  }

  @Test
  void a_check_without_a_route_is_missed_when_the_injector_is_created() {
    String without = Trial.applicationConf().replaceFirst("(?m)^ *phone-status = .*\\R", "");
    assertThat(without).isNotEqualTo(Trial.applicationConf());
    assertThatExceptionOfType(CreationException.class)
        .isThrownBy(() -> new Trial(without).close())
        .withMessageContaining(
            "telproof.routes.phone-status: more than one provider offers it: ali, main; add the"
                + " route that says which, as in routes { phone-status = ali }")
        .withMessageContaining("asked for by SignUp");
  }
}
