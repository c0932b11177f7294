package io.telproof.tencent;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Written from the vendor's pages, a second time. */
final class CheckPhoneAndNameTest {
  private static final String VERDICT =
      "IdentityVerdict[outcome=%s, differing=%s, carrier=unknown, score=OptionalInt.empty] CHARGED"
          + " %s";

  @ParameterizedTest(name = "Result {0} → {1}")
  @CsvSource({
    "-1, NO_RECORD FREE -1",
    "-2, UNAVAILABLE FREE -2",
    "-3, UNAVAILABLE FREE -3",
    "-4, INVALID_REQUEST FREE -4",
    "-5, INVALID_REQUEST FREE -5",
    "-6, QUOTA FREE -6",
    "-13, NOT_COVERED FREE -13",
    // The mismatch and the busy centre of the other operations.
    "-11, PROTOCOL POSSIBLE -11",
    "-9, PROTOCOL POSSIBLE -9",
    "2, PROTOCOL POSSIBLE 2",
  })
  void a_result_without_a_verdict_means(String result, String means) {
    assertThat(told(result)).isEqualTo(means);
  }

  @ParameterizedTest(name = "Result {0} → {1} {2}")
  @CsvSource({"0, MATCH, Optional.empty", "1, MISMATCH, Optional[[NAME]]"})
  void a_verdict_is_charged(String result, String outcome, String differing) {
    assertThat(told(result)).isEqualTo(VERDICT.formatted(outcome, differing, result));
  }

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource({
    "FailedOperation.DecryptSystemError, INVALID_REQUEST FREE",
    "FailedOperation.StsUnAuthErrError, UNAUTHORIZED FREE",
    "FailedOperation.UnKnown, INDETERMINATE POSSIBLE",
    "InternalError, INDETERMINATE POSSIBLE",
    "InvalidParameter.UnsupportEncryptField, INVALID_REQUEST FREE",
    "InvalidParameterValue, INVALID_REQUEST FREE",
    "UnauthorizedOperation.Arrears, ACCOUNT FREE",
    "UnauthorizedOperation.ChargeStatusException, ACCOUNT FREE",
    "UnauthorizedOperation.NonAuthorize, ACCOUNT FREE",
    "UnauthorizedOperation.Nonactivated, ACCOUNT FREE",
    "RequestLimitExceeded, THROTTLED FREE",
  })
  void an_error_means(String code, String means) {
    assertThat(Outcome.of(CheckPhoneAndName::decode, Replies.error(code)))
        .isEqualTo(means + " " + code);
  }

  private static String told(String result) {
    return Outcome.of(
        CheckPhoneAndName::decode, Replies.response("\"Result\":\"%s\"".formatted(result)));
  }
}
