package io.telproof.sandbox.twilio.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.twilio.exception.ApiException;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.lookups.v2.PhoneNumber;
import com.twilio.rest.verify.v2.service.Verification;
import com.twilio.rest.verify.v2.service.VerificationCheck;
import io.telproof.sandbox.Sandbox;
import io.telproof.sandbox.twilio.TwilioVendor;
import java.util.function.Function;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the vendor's own client reads out of the sandbox's answers, by its own types. */
final class TwilioSdkAnswersTest {
  private static final String GOOD = "+12015550100";

  private final Sandbox sandbox = Sandbox.start(new TwilioVendor());
  private final TwilioRestClient twilio =
      TwilioSdk.client(sandbox.endpoint(), TwilioVendor.CREDENTIALS);

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void a_line_is_in_service() {
    PhoneNumber answer = TwilioSdk.lookup(GOOD, "line_status").fetch(twilio);

    assertThat(answer.getValid()).isTrue();
    assertThat(answer.getPhoneNumber()).hasToString(GOOD);
    assertThat(answer.getLineStatus().getStatus()).isEqualTo("active");
    assertThat(answer.getLineStatus().getErrorCode()).isNull();
  }

  @Test
  void a_person_is_graded_part_by_part() {
    PhoneNumber.IdentityMatchInfo match =
        TwilioSdk.lookup(GOOD, "identity_match")
            .setFirstName("Ada")
            .setLastName("Quill")
            .setDateOfBirth("19800229")
            .fetch(twilio)
            .getIdentityMatch();

    assertThat(match.getFirstNameMatch()).isEqualTo("exact_match");
    assertThat(match.getLastNameMatch()).isEqualTo("exact_match");
    assertThat(match.getDateOfBirthMatch()).isEqualTo("exact_match");
    assertThat(match.getNationalIdMatch()).isEqualTo("no_data_available");
    assertThat(match.getSummaryScore()).isBetween(0, 100);
    assertThat(match.getErrorCode()).isNull();
  }

  @ParameterizedTest
  @CsvSource({"+12015550100, no", "+12015550101, yes"})
  void a_number_was_given_to_somebody_else_or_not(String number, String reassigned) {
    PhoneNumber.ReassignedNumberInfo answer =
        TwilioSdk.lookup(number, "reassigned_number")
            .setLastVerifiedDate("20240531")
            .fetch(twilio)
            .getReassignedNumber();

    assertThat(answer.getIsNumberReassigned()).isEqualTo(reassigned);
    assertThat(answer.getErrorCode()).isNull();
  }

  @ParameterizedTest
  @CsvSource({"+12015550100, false", "+12015550101, true"})
  void a_SIM_was_swapped_or_not_and_the_day_is_a_time_with_its_zone(
      String number, boolean swapped) {
    PhoneNumber.SimSwapInfo answer =
        TwilioSdk.lookup(number, "sim_swap").fetch(twilio).getSimSwap();

    assertThat(answer.getErrorCode()).isNull();
    assertThat(answer.getLastSimSwap().getSwappedInPeriod()).isEqualTo(swapped);
    assertThat(answer.getLastSimSwap().getSwappedPeriod()).isEqualTo("PT24H");
    assertThat(answer.getLastSimSwap().getLastSimSwapDate()).isNotNull();
  }

  /** The daily allowance of scenario 25. The SDK has a number for three of them, text for one. */
  @ParameterizedTest
  @CsvSource({"line_status", "identity_match", "reassigned_number", "sim_swap"})
  void an_error_of_a_package_is_no_exception(String name) {
    Function<PhoneNumber, Object> error =
        answer ->
            switch (name) {
              case "line_status" -> answer.getLineStatus().getErrorCode();
              case "identity_match" -> answer.getIdentityMatch().getErrorCode();
              case "sim_swap" -> answer.getSimSwap().getErrorCode();
              default -> answer.getReassignedNumber().getErrorCode();
            };
    PhoneNumber answer =
        TwilioSdk.lookup("+12015550125", name)
            .setFirstName("Ada")
            .setLastName("Quill")
            .setLastVerifiedDate("20240531")
            .fetch(twilio);

    assertThat(error.apply(answer)).hasToString("60626");
  }

  @Test
  void a_code_is_sent_checked_and_gone() {
    Verification sent = Verification.creator(TwilioVendor.SERVICE_SID, GOOD, "sms").create(twilio);
    assertThat(sent.getStatus()).isEqualTo("pending");
    assertThat(sent.getSid()).matches("VE[0-9a-f]{32}");

    assertThat(check("000000").getStatus()).isEqualTo("pending");
    VerificationCheck right = check("123456");
    assertThat(right.getStatus()).isEqualTo("approved");
    assertThat(right.getValid()).isTrue();
    assertThat(right.getSid()).isEqualTo(sent.getSid());

    assertThat(refusal(() -> check("123456"))).isEqualTo("404 20404");
  }

  private VerificationCheck check(String code) {
    return VerificationCheck.creator(TwilioVendor.SERVICE_SID)
        .setTo(GOOD)
        .setCode(code)
        .create(twilio);
  }

  @Test
  void a_wrong_key_is_refused_with_the_code_that_the_SDK_knows() {
    TwilioRestClient revoked =
        TwilioSdk.client(sandbox.endpoint(), TwilioVendor.REVOKED_CREDENTIALS);

    assertThat(refusal(() -> TwilioSdk.lookup(GOOD, "line_status").fetch(revoked)))
        .isEqualTo("401 20003");
  }

  private static String refusal(ThrowingCallable question) {
    ApiException e = catchThrowableOfType(ApiException.class, question);
    return e.getStatusCode() + " " + e.getCode();
  }
}
