package io.telproof.tencent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Written from the vendor's pages, a second time. */
final class MobileStatusTest {
  @ParameterizedTest(name = "Result {0} → {1}")
  @CsvSource({
    "-1, NO_RECORD FREE -1",
    "-2, INVALID_REQUEST FREE -2",
    "-3, UNAVAILABLE FREE -3",
    "-4, QUOTA FREE -4",
    "-13, NOT_COVERED FREE -13",
    "-5, PROTOCOL POSSIBLE -5",
    "-0, PROTOCOL POSSIBLE -0",
    "1, PROTOCOL POSSIBLE 1",
    "-77, PROTOCOL POSSIBLE -77",
  })
  void a_result_means_one_thing_whatever_StatusCode_stands_beside_it(String result, String means) {
    for (String status : new String[] {"0", "1", "99", "42", "\"\"", "null", "{}"}) {
      assertThat(status(result, status)).as("StatusCode %s", status).isEqualTo(means);
    }
  }

  @ParameterizedTest(name = "StatusCode {0} → {1}")
  @CsvSource({
    "0, ACTIVE",
    "1, SUSPENDED",
    "2, CANCELLED",
    "3, VACANT",
    "4, OFF_NETWORK",
    "5, UNREACHABLE",
  })
  void a_status_code_beside_result_0_is_a_state_and_charged(String status, String state) {
    String means = "PhoneStatus[state=" + state + ", carrier=unknown] CHARGED 0/" + status;
    assertThat(status("0", status)).isEqualTo(means);
    assertThat(status("0", '"' + status + '"')).as("as a text").isEqualTo(means);
  }

  @ParameterizedTest(name = "StatusCode {0} → undisclosed")
  @CsvSource({"99", "6", "7", "42", "-1", "100"})
  void a_state_that_is_unknown_to_the_vendor_or_to_us_is_undisclosed_and_charged(String status) {
    assertThat(status("0", status)).isEqualTo("UNDISCLOSED CHARGED 0/" + status);
  }

  @ParameterizedTest(name = "StatusCode {0} → PROTOCOL")
  @CsvSource({"null", "'\"\"'", "'\"abc\"'", "1.5", "{}", "[]", "true", "123456"})
  void a_status_code_that_is_no_number_is_a_protocol_failure_that_stays_charged(String status) {
    assertThat(status("0", status)).isEqualTo("PROTOCOL CHARGED 0");
  }

  @ParameterizedTest(name = "Result as {0}")
  @CsvSource(
      delimiter = '|',
      value = {"'\"0\"'", "0", "'\" 0 \"'"})
  void a_result_is_read_as_a_text_or_a_number(String result) {
    assertThat(
            Outcome.of(
                MobileStatus::decode,
                Replies.response("\"Result\":" + result + ",\"StatusCode\":0")))
        .isEqualTo("PhoneStatus[state=ACTIVE, carrier=unknown] CHARGED 0/0");
  }

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource({
    "FailedOperation.DecryptSystemError, INVALID_REQUEST FREE",
    "FailedOperation.StsUnAuthErrError, UNAUTHORIZED FREE",
    "FailedOperation.UnKnown, INDETERMINATE POSSIBLE",
    "InvalidParameter, INVALID_REQUEST FREE",
    "InvalidParameter.UnsupportEncryptField, INVALID_REQUEST FREE",
    "InvalidParameterValue, INVALID_REQUEST FREE",
    "UnauthorizedOperation.Arrears, ACCOUNT FREE",
    "UnauthorizedOperation.ChargeStatusException, ACCOUNT FREE",
    "UnauthorizedOperation.NonAuthorize, ACCOUNT FREE",
    "UnauthorizedOperation.Nonactivated, ACCOUNT FREE",
    // The page of this operation does not list the next two: they are another operation's.
    "InvalidParameterValue.BizTokenExpired, PROTOCOL POSSIBLE",
    "InvalidParameterValue.RuleIdNotExist, PROTOCOL POSSIBLE",
  })
  void an_error_code_of_the_page_means(String code, String means) {
    assertThat(Outcome.of(MobileStatus::decode, Replies.error(code))).isEqualTo(means + " " + code);
  }

  private static String status(String result, String status) {
    return Outcome.of(
        MobileStatus::decode,
        Replies.response("\"Result\":\"" + result + "\",\"StatusCode\":" + status));
  }
}
