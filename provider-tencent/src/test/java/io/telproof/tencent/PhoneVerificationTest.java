package io.telproof.tencent;

import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.Answer;
import io.telproof.IdentityVerdict;
import io.telproof.IdentityVerdict.Attribute;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Written from the vendor's pages, a second time. */
final class PhoneVerificationTest {
  private static final String VERDICT =
      "IdentityVerdict[outcome=%s, differing=%s, carrier=%s, score=OptionalInt.empty] CHARGED %s";

  @ParameterizedTest(name = "Result {0} → {1}")
  @CsvSource({
    "-5, NO_RECORD CHARGED -5",
    "-6, INVALID_REQUEST FREE -6",
    "-7, INVALID_REQUEST FREE -7",
    "-8, INVALID_REQUEST FREE -8",
    "-9, NO_RECORD FREE -9",
    "-10, UNDISCLOSED FREE -10",
    "-11, UNAVAILABLE FREE -11",
    "-12, QUOTA FREE -12",
    "-13, NOT_COVERED FREE -13",
    "-14, PROTOCOL POSSIBLE -14",
    "1, PROTOCOL POSSIBLE 1",
  })
  void a_result_without_a_verdict_means(String result, String means) {
    assertThat(identity(result, "\"移动\"")).isEqualTo(means);
  }

  @ParameterizedTest(name = "Result {0} → {1} {2}")
  @CsvSource({
    "0, MATCH, Optional.empty",
    "-4, MISMATCH, Optional.empty",
    "-2, MISMATCH, Optional[[NAME]]",
    "-3, MISMATCH, Optional[[ID_NUMBER]]",
  })
  void a_verdict_is_charged_and_says_what_differs_where_the_vendor_does(
      String result, String outcome, String differing) {
    assertThat(identity(result, "\"China Unicom\""))
        .isEqualTo(VERDICT.formatted(outcome, differing, "china-unicom", result));
  }

  @Test
  void the_historic_result_1_says_that_both_differ() {
    Answer<IdentityVerdict> answer =
        PhoneVerification.decode(Replies.response("\"Result\":\"-1\",\"Isp\":\"\""));
    assertThat(answer)
        .isInstanceOfSatisfying(
            Answer.Known.class,
            known ->
                assertThat(((IdentityVerdict) known.value()).differing())
                    .contains(Set.of(Attribute.NAME, Attribute.ID_NUMBER)));
  }

  @ParameterizedTest(name = "ResultDetail {0} → {1}")
  @CsvSource({
    "'\"PhoneIdCardMismatch\"', Optional[[ID_NUMBER]]",
    "'\"PhoneNameMismatch\"', Optional[[NAME]]",
    "'\"NameIdCardMismatch\"', Optional.empty",
    "'\"OtherMismatch\"', Optional.empty",
    "'\"Unlisted\"', Optional.empty",
    "'\"\"', Optional.empty",
    "null, Optional.empty",
    "{}, Optional.empty",
  })
  void a_detail_beside_a_mismatch_says_what_differs(String detail, String differing) {
    String members = "\"Result\":\"-4\",\"Isp\":\"\",\"ResultDetail\":" + detail;
    assertThat(Outcome.of(PhoneVerification::decode, Replies.response(members)))
        .isEqualTo(VERDICT.formatted("MISMATCH", differing, "unknown", "-4"));
  }

  @Test
  void a_detail_beside_a_match_is_not_believed() {
    String members = "\"Result\":\"0\",\"Isp\":\"\",\"ResultDetail\":\"PhoneNameMismatch\"";
    assertThat(Outcome.of(PhoneVerification::decode, Replies.response(members)))
        .isEqualTo(VERDICT.formatted("MATCH", "Optional.empty", "unknown", "0"));
  }

  @ParameterizedTest(name = "Isp {0} → {1}")
  @CsvSource({
    "'\"\"', unknown",
    "null, unknown",
    "{}, unknown",
    "7, unknown",
    "'\"移动\"', china-mobile",
    "'\"Telecom\"', china-telecom",
    "'\"cucc\"', china-unicom",
  })
  void a_carrier_that_cannot_be_read_does_not_spoil_the_verdict(String isp, String carrier) {
    assertThat(identity("0", isp))
        .isEqualTo(VERDICT.formatted("MATCH", "Optional.empty", carrier, "0"));
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
  })
  void an_error_code_of_the_page_means(String code, String means) {
    assertThat(Outcome.of(PhoneVerification::decode, Replies.error(code)))
        .isEqualTo(means + " " + code);
  }

  private static String identity(String result, String isp) {
    return Outcome.of(
        PhoneVerification::decode,
        Replies.response("\"Result\":\"" + result + "\",\"Isp\":" + isp));
  }
}
