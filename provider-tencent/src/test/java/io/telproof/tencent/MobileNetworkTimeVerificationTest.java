package io.telproof.tencent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Written from the vendor's pages, a second time. */
final class MobileNetworkTimeVerificationTest {
  @ParameterizedTest(name = "Result {0} → {1}")
  @CsvSource({
    "-1, INVALID_REQUEST FREE -1",
    "-2, NO_SUCH_NUMBER CHARGED -2",
    "-3, UNDISCLOSED CHARGED -3",
    "-4, UNAVAILABLE FREE -4",
    "-5, QUOTA FREE -5",
    "-13, NOT_COVERED FREE -13",
    "-6, PROTOCOL POSSIBLE -6",
    "1, PROTOCOL POSSIBLE 1",
  })
  void a_result_means_one_thing_whatever_Range_stands_beside_it(String result, String means) {
    for (String range : new String[] {"\"\"", "\"[24,+)\"", "null", "\"nonsense\""}) {
      assertThat(tenure(result, range)).as("Range %s", range).isEqualTo(means);
    }
  }

  @ParameterizedTest(name = "Result {0}, Range {1} → {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "0  | \"[24,+)\" | Tenure[from=24, to=OptionalInt.empty] CHARGED 0",
        "-0 | \"[24,+)\" | Tenure[from=24, to=OptionalInt.empty] CHARGED -0",
        "0  | \"(24,+]\" | Tenure[from=24, to=OptionalInt.empty] CHARGED 0",
        "0  | \"(3,6]\"  | Tenure[from=3, to=OptionalInt[7]] CHARGED 0",
        "0  | \"[12,24)\" | Tenure[from=12, to=OptionalInt[24]] CHARGED 0",
        "0  | \"\"       | UNDISCLOSED CHARGED 0",
        "0  | \"  \"     | UNDISCLOSED CHARGED 0",
        "0  | null       | UNDISCLOSED CHARGED 0",
        "0  | \"long\"   | PROTOCOL CHARGED 0",
        "0  | \"[6,3)\"  | PROTOCOL CHARGED 0",
        "0  | 24         | PROTOCOL CHARGED 0",
        "0  | {}         | PROTOCOL CHARGED 0",
        "0  | [24]       | PROTOCOL CHARGED 0",
      })
  void a_success_is_charged_whatever_becomes_of_its_range(
      String result, String range, String means) {
    assertThat(tenure(result, range)).isEqualTo(means);
  }

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource({
    "FailedOperation.DecryptSystemError, INVALID_REQUEST FREE",
    "FailedOperation.StsUnAuthErrError, UNAUTHORIZED FREE",
    "FailedOperation.UnKnown, INDETERMINATE POSSIBLE",
    "InvalidParameter, INVALID_REQUEST FREE",
    "InvalidParameter.UnsupportEncryptField, INVALID_REQUEST FREE",
    "InvalidParameterValue, INVALID_REQUEST FREE",
    "InvalidParameterValue.BizTokenExpired, INVALID_REQUEST FREE",
    "InvalidParameterValue.RuleIdNotExist, INVALID_REQUEST FREE",
    "UnauthorizedOperation.Arrears, ACCOUNT FREE",
    "UnauthorizedOperation.ChargeStatusException, ACCOUNT FREE",
    "UnauthorizedOperation.NonAuthorize, ACCOUNT FREE",
    "UnauthorizedOperation.Nonactivated, ACCOUNT FREE",
  })
  void an_error_code_of_the_page_means(String code, String means) {
    assertThat(Outcome.of(MobileNetworkTimeVerification::decode, Replies.error(code)))
        .isEqualTo(means + " " + code);
  }

  private static String tenure(String result, String range) {
    return Outcome.of(
        MobileNetworkTimeVerification::decode,
        Replies.response("\"Result\":\"" + result + "\",\"Range\":" + range));
  }
}
