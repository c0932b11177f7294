package io.telproof.tencent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.telproof.Answer;
import io.telproof.VerificationException;
import io.telproof.spi.reply.CodeRow;
import io.telproof.spi.reply.CodeTable;
import io.telproof.spi.reply.Reply;
import io.telproof.spi.reply.ReplyOrigin;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every operation's reply comes in, and the codes that all operations have in common. */
final class EnvelopeTest {
  @ParameterizedTest(name = "HTTP {0} {1} → {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "200 | ''                            | PROTOCOL POSSIBLE -",
        "200 | {}                            | PROTOCOL POSSIBLE -",
        "200 | []                            | PROTOCOL POSSIBLE -",
        "200 | null                          | PROTOCOL POSSIBLE -",
        "200 | <html>hello</html>            | PROTOCOL POSSIBLE -",
        "200 | {\"Response\":null}           | PROTOCOL POSSIBLE -",
        "200 | {\"Response\":[]}             | PROTOCOL POSSIBLE -",
        "200 | {\"Response\":{}}             | PROTOCOL POSSIBLE -",
        "200 | {\"Response\":{\"Result\":\"\"}} | PROTOCOL POSSIBLE -",
        "200 | {\"Response\":{\"Result\":\"0\",\"StatusCode\":0}} trailing | PROTOCOL POSSIBLE -",
        "200 | {\"Response\":{\"Result\":\"0\" \"StatusCode\":0}} | PROTOCOL POSSIBLE -",
        "200 | {\"Response\":{\"Error\":{}}} | PROTOCOL POSSIBLE -",
        "200 | {\"Response\":{\"Error\":\"x\"}} | PROTOCOL POSSIBLE -",
        "200 | {\"Response\":{\"Error\":{\"Code\":\"No.Such\"},\"Result\":\"0\",\"StatusCode\":0}} | PROTOCOL POSSIBLE No.Such",
        "307 | ''                            | PROTOCOL POSSIBLE -",
        "401 | ''                            | UNAUTHORIZED FREE -",
        "403 | <html>forbidden</html>        | UNAUTHORIZED FREE -",
        "403 | {\"error\":\"denied\"}          | UNAUTHORIZED FREE -",
        "403 | {\"Response\":{\"Error\":{}}} | UNAUTHORIZED FREE -",
        "401 | {\"Response\":{\"Result\":\"0\",\"StatusCode\":0}} | PROTOCOL POSSIBLE -",
        "403 | {\"Response\":{\"Result\":\"0\",\"StatusCode\":0}} | PROTOCOL POSSIBLE -",
        "429 | {\"Response\":{\"Result\":\"0\",\"StatusCode\":0}} | PROTOCOL POSSIBLE -",
        "404 | {}                            | PROTOCOL POSSIBLE -",
        "429 | <html>slow</html>             | THROTTLED FREE -",
        "500 | ''                            | INDETERMINATE POSSIBLE -",
        "502 | <html>bad gateway</html>      | INDETERMINATE POSSIBLE -",
        "503 | {}                            | INDETERMINATE POSSIBLE -",
        "503 | {\"Response\":{\"Result\":\"0\",\"StatusCode\":0}} | INDETERMINATE POSSIBLE -",
        "503 | {\"Response\":{\"Error\":{\"Code\":\"RequestLimitExceeded\"}}} | THROTTLED FREE RequestLimitExceeded",
        "200 | {\"Response\":{\"Error\":null,\"Result\":\"-4\"}} | QUOTA FREE -4",
      })
  void a_reply_that_is_not_in_order_is_named(int status, String body, String means) {
    assertThat(Outcome.of(MobileStatus::decode, Replies.body(status, body))).isEqualTo(means);
  }

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource({
    "ActionOffline, INVALID_REQUEST FREE",
    "AuthFailure, UNAUTHORIZED FREE",
    "AuthFailure.InvalidAuthorization, UNAUTHORIZED FREE",
    "AuthFailure.InvalidSecretId, UNAUTHORIZED FREE",
    "AuthFailure.MFAFailure, UNAUTHORIZED FREE",
    "AuthFailure.SecretIdNotFound, UNAUTHORIZED FREE",
    "AuthFailure.SignatureExpire, UNAUTHORIZED FREE",
    "AuthFailure.SignatureFailure, UNAUTHORIZED FREE",
    "AuthFailure.TokenFailure, UNAUTHORIZED FREE",
    "AuthFailure.UnauthorizedOperation, UNAUTHORIZED FREE",
    "DryRunOperation, INVALID_REQUEST FREE",
    "FailedOperation, INDETERMINATE POSSIBLE",
    "FailedOperation.EncryptSystemError, INDETERMINATE POSSIBLE",
    "FailedOperation.IdentityAuthLimitExceeded, QUOTA FREE",
    "FailedOperation.RequestLimitExceeded, THROTTLED FREE",
    "InternalError, INDETERMINATE POSSIBLE",
    "InternalError.UnKnown, INDETERMINATE POSSIBLE",
    "InvalidAction, INVALID_REQUEST FREE",
    "InvalidRequest, INVALID_REQUEST FREE",
    "IpInBlacklist, UNAUTHORIZED FREE",
    "IpNotInWhitelist, UNAUTHORIZED FREE",
    "LimitExceeded, QUOTA FREE",
    "MissingParameter, INVALID_REQUEST FREE",
    "NoSuchProduct, INVALID_REQUEST FREE",
    "NoSuchVersion, INVALID_REQUEST FREE",
    "OperationDenied, UNAUTHORIZED FREE",
    "RequestLimitExceeded, THROTTLED FREE",
    "RequestLimitExceeded.GlobalRegionUinLimitExceeded, THROTTLED FREE",
    "RequestLimitExceeded.IPLimitExceeded, THROTTLED FREE",
    "RequestLimitExceeded.UinLimitExceeded, THROTTLED FREE",
    "RequestSizeLimitExceeded, INVALID_REQUEST FREE",
    "ResourceInUse, INVALID_REQUEST FREE",
    "ResourceInsufficient, INVALID_REQUEST FREE",
    "ResourceNotFound, INVALID_REQUEST FREE",
    "ResourceUnavailable, INVALID_REQUEST FREE",
    "ResponseSizeLimitExceeded, INDETERMINATE POSSIBLE",
    "ServiceUnavailable, UNAVAILABLE FREE",
    "UnauthorizedOperation, UNAUTHORIZED FREE",
    "UnauthorizedOperation.ActivateError, ACCOUNT FREE",
    "UnauthorizedOperation.Activating, ACCOUNT FREE",
    "UnknownParameter, INVALID_REQUEST FREE",
    "UnsupportedOperation, INVALID_REQUEST FREE",
    "UnsupportedProtocol, INVALID_REQUEST FREE",
    "UnsupportedRegion, INVALID_REQUEST FREE",
    "Internalerror, PROTOCOL POSSIBLE",
    "InternalError.Something, PROTOCOL POSSIBLE",
    "RequestLimitExceeded.Something, PROTOCOL POSSIBLE",
    "AuthFailure.Something, PROTOCOL POSSIBLE",
  })
  void a_code_that_all_operations_have_in_common_means(String code, String means) {
    assertThat(Outcome.of(MobileStatus::decode, Replies.error(code))).isEqualTo(means + " " + code);
    assertThat(Outcome.of(MobileNetworkTimeVerification::decode, Replies.error(code)))
        .isEqualTo(means + " " + code);
    assertThat(Outcome.of(PhoneVerification::decode, Replies.error(code)))
        .isEqualTo(means + " " + code);
    assertThat(Outcome.of(CheckPhoneAndName::decode, Replies.error(code)))
        .isEqualTo(means + " " + code);
  }

  @Test
  void a_code_that_could_be_a_number_is_not_repeated() {
    assertThat(Outcome.of(MobileStatus::decode, Replies.error("Mobile.13800138000")))
        .isEqualTo("PROTOCOL POSSIBLE -");
  }

  @Test
  void only_a_refusal_for_the_clock_is_taken_for_one() {
    assertThat(TencentApi.refusedForTheClock(Replies.error("AuthFailure.SignatureExpire")))
        .isTrue();
    assertThat(TencentApi.refusedForTheClock(Replies.error("AuthFailure.SignatureFailure")))
        .isFalse();
    assertThat(TencentApi.refusedForTheClock(Replies.body(200, "not JSON"))).isFalse();
  }

  /** The question is sent once more after such a refusal, so that it has to be its own. */
  @Test
  void a_refusal_for_the_clock_that_an_earlier_question_had_is_not_taken_for_this_one_s() {
    Reply refusal = Replies.error("AuthFailure.SignatureExpire");
    assertThat(TencentApi.refusedForTheClock(refusal.from(new Before("another")))).isTrue();
    assertThatThrownBy(
            () -> TencentApi.refusedForTheClock(refusal.from(new Before(Replies.REQUEST_ID))))
        .isInstanceOf(VerificationException.class)
        .hasMessageContaining("the answer to an earlier question");
  }

  /** The connection that a reply came over, and the one id that came over it before. */
  private record Before(String id) implements ReplyOrigin {
    @Override
    public boolean isStale(String other) {
      return id.equals(other);
    }

    @Override
    public void unexpected() {
      throw new AssertionError("the reply has an id");
    }
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "not JSON                                | is not a JSON object",
        "{}                                      | has no Response",
        "{\"Response\":{\"Error\":{}}}            | has an Error without a Code",
        "{\"Response\":{}}                       | has no Result",
        "{\"Response\":{\"Result\":\"\"}}         | has no Result",
        "{\"Response\":{\"Result\":[\"0\"]}}      | has no Result",
      })
  void what_a_reply_lacks_is_named(String body, String lacks) {
    List<Function<Reply, ? extends Answer<?>>> checks =
        List.of(
            MobileStatus::decode,
            MobileNetworkTimeVerification::decode,
            PhoneVerification::decode,
            CheckPhoneAndName::decode);
    for (Function<Reply, ? extends Answer<?>> decode : checks) {
      assertThatThrownBy(() -> decode.apply(Replies.body(200, body)))
          .isInstanceOfSatisfying(
              VerificationException.class,
              e -> assertThat(e.failure().reason()).isEqualTo("the reply, HTTP 200, " + lacks));
    }
  }

  @Test
  void no_outcome_that_bills_is_ever_taken_for_one_that_may_be_repeated() {
    for (CodeTable<?> table :
        List.of(
            MobileStatus.RESULT,
            MobileStatus.ERROR,
            MobileNetworkTimeVerification.RESULT,
            MobileNetworkTimeVerification.ERROR,
            PhoneVerification.RESULT,
            PhoneVerification.ERROR,
            CheckPhoneAndName.RESULT,
            CheckPhoneAndName.ERROR)) {
      for (CodeRow<?> row : table.rows()) {
        if (row.meaning() instanceof io.telproof.spi.reply.Meaning.Failed<?> fails
            && fails.kind().retryable()) {
          assertThat(row.charge()).as(row.code()).isEqualTo(io.telproof.Charge.FREE);
        }
      }
    }
  }
}
