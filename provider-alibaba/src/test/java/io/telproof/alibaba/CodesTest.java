package io.telproof.alibaba;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.telproof.Answer;
import io.telproof.Charge;
import io.telproof.PhoneStatus;
import io.telproof.VerificationException;
import io.telproof.spi.reply.CodeTable;
import io.telproof.spi.reply.Meaning;
import io.telproof.spi.reply.Reply;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every code in {@code Code} of the six operations, written from the pages a second time. */
final class CodesTest {
  /** The gateway in front of every product. */
  private static final String GATEWAY =
      """
      MissingParameter                           DOCUMENTED INVALID_REQUEST FREE
      InvalidParameter                           DOCUMENTED INVALID_REQUEST FREE
      InvalidParameter.Format                    DOCUMENTED INVALID_REQUEST FREE
      InvalidParameter.Accept                    DOCUMENTED INVALID_REQUEST FREE
      UnsupportedParameter                       DOCUMENTED INVALID_REQUEST FREE
      ContentLengthDoesNotMatch                  DOCUMENTED INVALID_REQUEST FREE
      ContentMD5NotMatched                       DOCUMENTED INVALID_REQUEST FREE
      InvalidAction                              DOCUMENTED INVALID_REQUEST FREE
      InvalidApi.NotFound                        DOCUMENTED INVALID_REQUEST FREE
      InvalidAction.NotFound                     INFERRED   INVALID_REQUEST FREE
      MissingAction                              DOCUMENTED INVALID_REQUEST FREE
      MissingVersion                             INFERRED   INVALID_REQUEST FREE
      InvalidVersion                             INFERRED   INVALID_REQUEST FREE
      MissingFormat                              INFERRED   INVALID_REQUEST FREE
      InvalidFormat                              INFERRED   INVALID_REQUEST FREE
      MissingTimestamp                           INFERRED   INVALID_REQUEST FREE
      InvalidTimestamp                           INFERRED   INVALID_REQUEST FREE
      MissingSignatureNonce                      INFERRED   INVALID_REQUEST FREE
      MissingSignatureMethod                     INFERRED   INVALID_REQUEST FREE
      MissingSignatureVersion                    INFERRED   INVALID_REQUEST FREE
      InvalidSignatureVersion                    INFERRED   INVALID_REQUEST FREE
      InvalidOwnerId                             DOCUMENTED INVALID_REQUEST FREE
      InvalidOwnerAccount                        DOCUMENTED INVALID_REQUEST FREE
      InvalidOwner                               DOCUMENTED INVALID_REQUEST FREE
      NoSuchVersion                              DOCUMENTED INVALID_REQUEST FREE
      UnsupportedOperation                       DOCUMENTED INVALID_REQUEST FREE
      InvalidProduct.NotFound                    DOCUMENTED INVALID_REQUEST FREE
      InvalidRegion.NotFound                     DOCUMENTED INVALID_REQUEST FREE
      InvalidProtocol.NeedSsl                    DOCUMENTED INVALID_REQUEST FREE
      UnsupportedHTTPMethod                      DOCUMENTED INVALID_REQUEST FREE
      InvalidSignatureMethod                     DOCUMENTED INVALID_REQUEST FREE
      InvalidTimeStamp.Format                    DOCUMENTED INVALID_REQUEST FREE
      IncompleteSignature                        DOCUMENTED UNAUTHORIZED FREE
      SignatureDoesNotMatch                      DOCUMENTED UNAUTHORIZED FREE
      InvalidTimeStamp.Expired                   DOCUMENTED UNAUTHORIZED FREE
      IllegalTimestamp                           DOCUMENTED UNAUTHORIZED FREE
      MissingSignature                           INFERRED   UNAUTHORIZED FREE
      InvalidSignature                           INFERRED   UNAUTHORIZED FREE
      MissingAccessKeyId                         INFERRED   UNAUTHORIZED FREE
      InvalidAccessKeyId                         INFERRED   UNAUTHORIZED FREE
      InvalidAccessKeyId.NotFound                DOCUMENTED UNAUTHORIZED FREE
      InvalidAccessKeyId.Inactive                DOCUMENTED UNAUTHORIZED FREE
      Forbidden.AccessKeyDisabled                DOCUMENTED UNAUTHORIZED FREE
      InvalidSecurityToken.Expired               DOCUMENTED UNAUTHORIZED FREE
      InvalidSecurityToken.Malformed             DOCUMENTED UNAUTHORIZED FREE
      InvalidSecurityToken.MismatchWithAccessKey DOCUMENTED UNAUTHORIZED FREE
      MissingSecurityToken                       DOCUMENTED UNAUTHORIZED FREE
      Forbidden                                  DOCUMENTED UNAUTHORIZED FREE
      Forbidden.RAM                              DOCUMENTED UNAUTHORIZED FREE
      NoPermission                               DOCUMENTED UNAUTHORIZED FREE
      ActionUnauthorized                         DOCUMENTED UNAUTHORIZED FREE
      Forbedden.NotSupportRAM                    DOCUMENTED UNAUTHORIZED FREE
      SignatureNonceUsed                         INFERRED   INDETERMINATE POSSIBLE
      Forbidden.RiskControl                      DOCUMENTED ACCOUNT FREE
      Forbidden.UserVerification                 DOCUMENTED ACCOUNT FREE
      InvalidApi.NotPurchase                     INFERRED   ACCOUNT FREE
      InsufficientBalance                        DOCUMENTED ACCOUNT FREE
      RESOURCE_NOT_ENOUGH                        DOCUMENTED ACCOUNT FREE
      Unsupported.Account                        DOCUMENTED ACCOUNT FREE
      BIZ_NOT_OPEN_STATUS                        DOCUMENTED ACCOUNT FREE
      FUNCTION_NOT_OPENED                        DOCUMENTED ACCOUNT FREE
      Throttling                                 DOCUMENTED THROTTLED FREE
      Throttling.User                            DOCUMENTED THROTTLED FREE
      Throttling.Api                             DOCUMENTED THROTTLED FREE
      Throttling.System                          DOCUMENTED THROTTLED FREE
      SENTINEL_BLOCK_EXCEPTION                   DOCUMENTED THROTTLED FREE
      ServiceUnavailable                         DOCUMENTED UNAVAILABLE FREE
      InternalError                              DOCUMENTED INDETERMINATE POSSIBLE
      UnknownError                               DOCUMENTED INDETERMINATE POSSIBLE
      UnknowError                                DOCUMENTED INDETERMINATE POSSIBLE
      # on the page of cams as well
      Product.Unsubscript                        DOCUMENTED ACCOUNT FREE
      Ram.PermissionDeny                         DOCUMENTED UNAUTHORIZED FREE
      System.LimitControl                        DOCUMENTED THROTTLED FREE
      """;

  private static final String CLOUDAUTH =
      """
      400 DOCUMENTED INVALID_REQUEST FREE
      401 INFERRED   INVALID_REQUEST FREE
      402 INFERRED   UNAVAILABLE:x1 UNSTATED
      403 INFERRED   QUOTA:not-for-60-s FREE
      405 INFERRED   NOT_COVERED FREE
      410 INFERRED   ACCOUNT FREE
      411 INFERRED   UNAUTHORIZED FREE
      412 INFERRED   ACCOUNT FREE
      500 INFERRED   INDETERMINATE POSSIBLE
      """;

  private static final String DYPNSAPI =
      """
      isv.MOBILE_NUMBER_ILLEGAL    DOCUMENTED INVALID_REQUEST FREE
      MOBILE_NUMBER_ILLEGAL        DOCUMENTED INVALID_REQUEST FREE
      isv.BUSINESS_LIMIT_CONTROL   DOCUMENTED QUOTA:not-for-60-s FREE
      BUSINESS_LIMIT_CONTROL       DOCUMENTED QUOTA:not-for-60-s FREE
      isv.AMOUNT_NOT_ENOUGH        DOCUMENTED ACCOUNT FREE
      AMOUNT_NOT_ENOUGH            DOCUMENTED ACCOUNT FREE
      isv.INVALID_PARAMETERS       DOCUMENTED INVALID_REQUEST FREE
      INVALID_PARAMETERS           INFERRED   INVALID_REQUEST FREE
      isv.PARAMETERS_MISMATCH      DOCUMENTED INVALID_REQUEST FREE
      PARAMETERS_MISMATCH          INFERRED   INVALID_REQUEST FREE
      isv.TOKEN_INVALID            DOCUMENTED INVALID_REQUEST FREE
      TOKEN_INVALID                INFERRED   INVALID_REQUEST FREE
      isv.TOKEN_UNAUTHORIZED_USED  DOCUMENTED INVALID_REQUEST FREE
      TOKEN_UNAUTHORIZED_USED      INFERRED   INVALID_REQUEST FREE
      isv.VERIFY_SCHEME_NOT_EXIST  DOCUMENTED INVALID_REQUEST FREE
      VERIFY_SCHEME_NOT_EXIST      INFERRED   INVALID_REQUEST FREE
      isv.SCENE_QUERY_FAIL         DOCUMENTED INVALID_REQUEST FREE
      SCENE_QUERY_FAIL             INFERRED   INVALID_REQUEST FREE
      isv.RAM_PERMISSION_DENY      DOCUMENTED UNAUTHORIZED FREE
      RAM_PERMISSION_DENY          INFERRED   UNAUTHORIZED FREE
      isv.PRODUCT_UNSUBSCRIBE      DOCUMENTED ACCOUNT FREE
      PRODUCT_UNSUBSCRIBE          INFERRED   ACCOUNT FREE
      isv.PRODUCT_UN_SUBSCRIPT     DOCUMENTED ACCOUNT FREE
      PRODUCT_UN_SUBSCRIPT         INFERRED   ACCOUNT FREE
      isv.OUT_OF_SERVICE           DOCUMENTED ACCOUNT FREE
      OUT_OF_SERVICE               INFERRED   ACCOUNT FREE
      isv.FUNCTION_NOT_OPENED      INFERRED   ACCOUNT FREE
      isp.QPS_LIMIT                INFERRED   THROTTLED FREE
      QPS_LIMIT                    INFERRED   THROTTLED FREE
      isp.UNKNOWN                  INFERRED   INDETERMINATE POSSIBLE
      UNKNOWN                      INFERRED   INDETERMINATE POSSIBLE
      isp.SYSTEM_ERROR             INFERRED   INDETERMINATE POSSIBLE
      SYSTEM_ERROR                 INFERRED   INDETERMINATE POSSIBLE
      isp.GATEWAY_ERROR            INFERRED   INDETERMINATE POSSIBLE
      GATEWAY_ERROR                INFERRED   INDETERMINATE POSSIBLE
      RamPermissionDeny            DOCUMENTED UNAUTHORIZED FREE
      SchemeNumberOverLimit        DOCUMENTED INVALID_REQUEST FREE
      SceneQueryFail               DOCUMENTED INVALID_REQUEST FREE
      SmsSignNameNotExist          DOCUMENTED INVALID_REQUEST FREE
      """;

  @Test
  void the_pages_behind_an_operation_s_own_have_these_rows_and_no_others() {
    Page.of(CLOUDAUTH.replaceAll("(?m)^405 .*\n", ""), "")
        .equalsTable(CodeTable.<PhoneStatus>of().and(CloudauthErrors.rows()));
    Page.of(DYPNSAPI, "FUNCTION_NOT_OPENED DOCUMENTED ACCOUNT FREE")
        .equalsTable(CodeTable.<PhoneStatus>of().and(DypnsapiErrors.rows()));
    Page.of(GATEWAY, Page.of("Mobile"), Page.of("ParamType"))
        .equalsTable(CodeTable.<PhoneStatus>of().and(CommonErrors.rows("Mobile", "ParamType")));
  }

  @Test
  void MobileOnlineStatus_means_by_each_code_what_its_pages_say() {
    Page page =
        Page.of(
            "200 DOCUMENTED read-on UNSTATED",
            CLOUDAUTH,
            GATEWAY,
            Page.of("Mobile"),
            Page.of("ParamType"));
    page.equalsTable(MobileOnlineStatus.CODE);
    page.isWhatComesOf(MobileOnlineStatus::decode);
  }

  @Test
  void MobileOnlineTime_means_by_each_code_what_its_pages_say() {
    Page page =
        Page.of(
            "200 DOCUMENTED read-on POSSIBLE",
            CLOUDAUTH,
            GATEWAY,
            Page.of("Mobile"),
            Page.of("ParamType"));
    page.equalsTable(MobileOnlineTime.CODE);
    page.isWhatComesOf(MobileOnlineTime::decode);
  }

  @Test
  void Mobile3MetaDetailVerify_means_by_each_code_what_its_pages_say() {
    Page page =
        Page.of(
            "200 DOCUMENTED read-on POSSIBLE",
            CLOUDAUTH,
            GATEWAY,
            Page.of("Mobile"),
            Page.of("UserName"),
            Page.of("IdentifyNum"),
            Page.of("ParamType"));
    page.equalsTable(Mobile3MetaDetailVerify.CODE);
    page.isWhatComesOf(Mobile3MetaDetailVerify::decode);
  }

  @Test
  void Mobile2MetaVerify_means_by_each_code_what_its_pages_say() {
    Page page =
        Page.of(
            "200 DOCUMENTED read-on POSSIBLE",
            CLOUDAUTH,
            GATEWAY,
            Page.of("Mobile"),
            Page.of("UserName"),
            Page.of("ParamType"));
    page.equalsTable(Mobile2MetaVerify.CODE);
    page.isWhatComesOf(Mobile2MetaVerify::decode);
  }

  @Test
  void MobileRecycledMetaVerify_means_by_each_code_what_its_pages_say() {
    Page page =
        Page.of(
            "200 DOCUMENTED read-on POSSIBLE",
            CLOUDAUTH,
            GATEWAY,
            Page.of("Mobile"),
            Page.of("ParamType"),
            Page.of("RegisterDate"));
    page.equalsTable(MobileRecycledMetaVerify.CODE);
    page.isWhatComesOf(MobileRecycledMetaVerify::decode);
  }

  @Test
  void GetPreValidatePhoneId_means_by_each_code_what_its_pages_say() {
    Page page =
        Page.of(
            "OK INFERRED read-on UNSTATED",
            "Unknown.ResourceOwnerId DOCUMENTED ACCOUNT FREE",
            GATEWAY,
            Page.of("PhoneNumber"),
            Page.of("VerifyCode"));
    page.equalsTable(GetPreValidatePhoneId.CODE);
    page.isWhatComesOf(GetPreValidatePhoneId::decode);
  }

  @Test
  void SendSmsVerifyCode_means_by_each_code_what_its_pages_say() {
    Page page =
        Page.of(
            "OK            INFERRED read-on POSSIBLE",
            "biz.FREQUENCY INFERRED THROTTLED:PT1M FREE",
            DYPNSAPI,
            GATEWAY,
            Page.of("PhoneNumber"),
            Page.of("CountryCode"),
            Page.of("SignName"),
            Page.of("TemplateCode"),
            Page.of("TemplateParam"),
            Page.of("SchemeName"),
            Page.of("CodeLength"),
            Page.of("ValidTime"));
    page.equalsTable(SendSmsVerifyCode.CODE);
    page.isWhatComesOf(CodesTest::sent);
  }

  @Test
  void CheckSmsVerifyCode_means_by_each_code_what_its_pages_say() {
    Page page =
        Page.of(
            "OK                DOCUMENTED read-on FREE",
            "isv.ValidateFail  INFERRED   REJECTED FREE",
            "ValidateFail      INFERRED   REJECTED FREE",
            "SmsCodeVerifyFail INFERRED   REJECTED FREE",
            DYPNSAPI,
            GATEWAY,
            Page.of("PhoneNumber"),
            Page.of("CountryCode"),
            Page.of("VerifyCode"),
            Page.of("SchemeName"));
    page.equalsTable(CheckSmsVerifyCode.CODE);
    page.isWhatComesOf(CheckSmsVerifyCode::decode);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Throttling.Something",
        "throttling",
        "InternalError.VerifyCodeErr",
        "ISV.ValidateFail",
        "isv.validatefail",
        "isp.ValidateFail",
        "isv.UNKNOWN",
        "404",
        "406",
        "0",
        "Ok",
        "SUCCESS"
      })
  void a_code_that_only_looks_like_one_of_a_table_is_not_understood(String code) {
    for (Function<Reply, ? extends Answer<?>> decode : operations()) {
      assertThat(Outcome.of(() -> decode.apply(Replies.refusal(200, code))))
          .isEqualTo("PROTOCOL POSSIBLE " + code);
    }
  }

  @ParameterizedTest
  @CsvSource({"isv.MOBILE_13800138000", "13800138000", "+8613800138000", "'not a code'", "欧阳"})
  void a_code_that_could_be_something_personal_is_not_repeated(String code) {
    for (Function<Reply, ? extends Answer<?>> decode : operations()) {
      assertThat(Outcome.of(() -> decode.apply(Replies.refusal(400, code))))
          .isEqualTo("PROTOCOL POSSIBLE -");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"isv.BUSINESS_LIMIT_CONTROL", "BUSINESS_LIMIT_CONTROL"})
  void a_cap_that_the_vendor_does_not_name_promises_no_time(String code) {
    for (Function<Reply, ? extends Answer<?>> decode :
        List.<Function<Reply, ? extends Answer<?>>>of(
            CodesTest::sent, CheckSmsVerifyCode::decode)) {
      VerificationException e =
          catchThrowableOfType(
              VerificationException.class, () -> decode.apply(Replies.refusal(200, code)));
      assertThat(e.failure().reason())
          .contains("minute", "hour", "day", "not tell which")
          .doesNotContain("tomorrow");
      assertThat(e.kind().retryable()).isFalse();
      assertThat(e.retryAfter()).isEmpty();
    }
  }

  @Test
  void only_a_source_that_failed_may_be_asked_again_although_it_may_have_been_billed() {
    for (CodeTable<?> table :
        List.of(
            MobileOnlineStatus.CODE,
            Mobile2MetaVerify.CODE,
            MobileRecycledMetaVerify.CODE,
            CheckSmsVerifyCode.CODE)) {
      assertThat(table.rows())
          .filteredOn(
              row ->
                  row.meaning() instanceof Meaning.Failed<?> fails
                      && fails.kind().retryable()
                      && row.charge() != Charge.FREE)
          .allSatisfy(row -> assertThat(row.code()).isEqualTo("402"));
    }
  }

  static List<Function<Reply, ? extends Answer<?>>> operations() {
    return List.of(
        MobileOnlineStatus::decode,
        MobileOnlineTime::decode,
        Mobile3MetaDetailVerify::decode,
        Mobile2MetaVerify::decode,
        MobileRecycledMetaVerify::decode,
        GetPreValidatePhoneId::decode,
        CodesTest::sent,
        CheckSmsVerifyCode::decode);
  }

  static Answer<?> sent(Reply reply) {
    return SendSmsVerifyCode.decode(reply, Instant.EPOCH);
  }
}
