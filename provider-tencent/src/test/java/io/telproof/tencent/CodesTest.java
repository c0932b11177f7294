package io.telproof.tencent;

import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.CodeVerdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The four operations of the product domain, written from the vendor's lists a second time. */
final class CodesTest {
  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource({
    "InternalError.VerifyCodeErr, REJECTED UNSTATED",
    "InternalError.VerifiedPhoneEmailErr, ALREADY_VERIFIED UNSTATED",
    "InternalError.CheckVerifyCodeErr, INDETERMINATE POSSIBLE",
    "InternalError.AddPhoneEmailErr, INDETERMINATE POSSIBLE",
    "InternalError.ForbiddenRequest, UNAUTHORIZED FREE",
    "InternalError.JsonMarshal, INDETERMINATE POSSIBLE",
    "InternalError.MethodNotMatch, INVALID_REQUEST FREE",
    "InternalError.NeedLogin, UNAUTHORIZED FREE",
    "InternalError.ReadBodyError, INVALID_REQUEST FREE",
    "InvalidParameterValue.InvalidParameterFormat, INVALID_REQUEST FREE",
    "MissingParameter.ActionNotFound, INVALID_REQUEST FREE",
    "InternalError, INDETERMINATE POSSIBLE",
    "InternalError.VerifyCodeError, PROTOCOL POSSIBLE",
    "RequestLimitExceeded, THROTTLED FREE",
    "AuthFailure.SignatureFailure, UNAUTHORIZED FREE",
  })
  void CreateIntlPhoneEmail_says(String code, String means) {
    assertThat(Outcome.of(CreateIntlPhoneEmail::decode, Replies.error(code)))
        .isEqualTo(means + " " + code);
  }

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource({
    "InternalError.SendVerifyCodeErr, INDETERMINATE POSSIBLE",
    "InternalError.ForbiddenRequest, UNAUTHORIZED FREE",
    "InternalError.JsonMarshal, INDETERMINATE POSSIBLE",
    "InternalError.MethodNotMatch, INVALID_REQUEST FREE",
    "InternalError.NeedLogin, UNAUTHORIZED FREE",
    "InternalError.ReadBodyError, INVALID_REQUEST FREE",
    "InvalidParameterValue.InvalidParameterFormat, INVALID_REQUEST FREE",
    "MissingParameter.ActionNotFound, INVALID_REQUEST FREE",
    // Verdicts on codes belong to the other operation.
    "InternalError.VerifyCodeErr, PROTOCOL POSSIBLE",
    "InternalError.VerifiedPhoneEmailErr, PROTOCOL POSSIBLE",
  })
  void SendIntlPhoneEmailCode_says(String code, String means) {
    assertThat(Outcome.of(SendIntlPhoneEmailCode::decode, Replies.error(code)))
        .isEqualTo(means + " " + code);
  }

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource({
    "InvalidParameter.VerifyCodeIsInvalid, REJECTED UNSTATED",
    "FailedOperation.DuplicatePhoneEmail, ALREADY_VERIFIED UNSTATED",
    "InvalidParameter.TelephoneIsInvalid, INVALID_REQUEST FREE",
    "InvalidParameter.EmailIsInvalid, INVALID_REQUEST FREE",
    "InvalidParameter.CodeTypeIsInvalid, INVALID_REQUEST FREE",
    "LimitExceeded.RequestLimit, THROTTLED FREE",
    "RequestLimitExceeded, THROTTLED FREE",
    "InternalError.VerifyCodeErr, PROTOCOL POSSIBLE",
  })
  void CreatePhoneEmail_says(String code, String means) {
    assertThat(Outcome.of(CreatePhoneEmail::decode, Replies.error(code)))
        .isEqualTo(means + " " + code);
  }

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource({
    "FailedOperation.SendVerifyCodeIsLimited, QUOTA FREE",
    "FailedOperation.ProhibitPhoneEmail, INVALID_REQUEST FREE",
    "FailedOperation.VerifyUinIsRealname, ACCOUNT FREE",
    "FailedOperation.SendTcbPhoneEmailCodeFailed, ACCOUNT FREE",
    "InvalidParameter.TelephoneIsInvalid, INVALID_REQUEST FREE",
    "InvalidParameter.EmailIsInvalid, INVALID_REQUEST FREE",
    "InvalidParameter.CodeTypeIsInvalid, INVALID_REQUEST FREE",
    "LimitExceeded.RequestLimit, THROTTLED FREE",
    "RequestLimitExceeded, THROTTLED FREE",
  })
  void SendPhoneEmailCode_says(String code, String means) {
    assertThat(Outcome.of(SendPhoneEmailCode::decode, Replies.error(code)))
        .isEqualTo(means + " " + code);
  }

  @Test
  void a_response_without_an_error_is_a_success_of_unstated_price() {
    assertThat(Outcome.of(CreateIntlPhoneEmail::decode, Replies.response("\"X\":1")))
        .isEqualTo("ACCEPTED UNSTATED -");
    assertThat(Outcome.of(CreatePhoneEmail::decode, Replies.response("\"X\":1")))
        .isEqualTo("ACCEPTED UNSTATED -");
    String sent = "CodeDispatch[handle=Optional.empty, expiresAt=Optional.empty] UNSTATED -";
    assertThat(Outcome.of(SendIntlPhoneEmailCode::decode, Replies.response("\"X\":1")))
        .isEqualTo(sent);
    assertThat(Outcome.of(SendPhoneEmailCode::decode, Replies.response("\"X\":1"))).isEqualTo(sent);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"Response\":{}}",
        "{\"Response\":{\"RequestId\":\"\"}}",
        "{}",
        "{\"Response\":{\"RequestId\":null}}"
      })
  void an_empty_response_is_never_taken_for_a_success(String body) {
    for (String outcome :
        new String[] {
          Outcome.of(CreateIntlPhoneEmail::decode, Replies.body(200, body)),
          Outcome.of(CreatePhoneEmail::decode, Replies.body(200, body)),
          Outcome.of(SendIntlPhoneEmailCode::decode, Replies.body(200, body)),
          Outcome.of(SendPhoneEmailCode::decode, Replies.body(200, body))
        }) {
      assertThat(outcome).isEqualTo("PROTOCOL POSSIBLE -");
    }
  }

  @Test
  void only_an_accepted_code_proves_possession() {
    assertThat(CodeVerdict.values())
        .filteredOn(CodeVerdict::provesPossession)
        .containsExactly(CodeVerdict.ACCEPTED);
  }
}
