package io.telproof.camara;

import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.Answer;
import io.telproof.Gap;
import io.telproof.spi.reply.Reply;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every code of a refusal of the operations, written from the pages a second time. */
final class CodesTest {
  private static final String COMMON =
      """
      400 INVALID_ARGUMENT        DOCUMENTED INVALID_REQUEST UNSTATED
      400 OUT_OF_RANGE            DOCUMENTED INVALID_REQUEST UNSTATED
      401 UNAUTHENTICATED         DOCUMENTED UNAUTHORIZED    FREE
      401 AUTHENTICATION_REQUIRED DOCUMENTED UNAUTHORIZED    FREE
      403 PERMISSION_DENIED       DOCUMENTED UNAUTHORIZED    FREE
      403 INVALID_TOKEN_CONTEXT   DOCUMENTED INVALID_REQUEST UNSTATED
      404 IDENTIFIER_NOT_FOUND    DOCUMENTED NOT_COVERED     UNSTATED
      404 NOT_FOUND               INFERRED   ACCOUNT         UNSTATED
      405 METHOD_NOT_ALLOWED      DOCUMENTED PROTOCOL        POSSIBLE
      406 NOT_ACCEPTABLE          DOCUMENTED PROTOCOL        POSSIBLE
      409 ABORTED                 DOCUMENTED PROTOCOL        POSSIBLE
      409 INCOMPATIBLE_STATE      DOCUMENTED PROTOCOL        POSSIBLE
      409 ALREADY_EXISTS          DOCUMENTED PROTOCOL        POSSIBLE
      409 CONFLICT                DOCUMENTED PROTOCOL        POSSIBLE
      410 GONE                    DOCUMENTED PROTOCOL        POSSIBLE
      412 FAILED_PRECONDITION     DOCUMENTED PROTOCOL        POSSIBLE
      415 UNSUPPORTED_MEDIA_TYPE  DOCUMENTED PROTOCOL        POSSIBLE
      422 SERVICE_NOT_APPLICABLE  DOCUMENTED NOT_COVERED     UNSTATED
      422 MISSING_IDENTIFIER      DOCUMENTED ACCOUNT         FREE
      422 UNNECESSARY_IDENTIFIER  DOCUMENTED ACCOUNT         FREE
      422 UNSUPPORTED_IDENTIFIER  DOCUMENTED ACCOUNT         FREE
      429 QUOTA_EXCEEDED          DOCUMENTED QUOTA           FREE
      429 TOO_MANY_REQUESTS       DOCUMENTED THROTTLED       FREE
      403 53                      DOCUMENTED THROTTLED       FREE
      500 INTERNAL                DOCUMENTED INDETERMINATE   POSSIBLE
      501 NOT_IMPLEMENTED         DOCUMENTED ACCOUNT         FREE
      502 BAD_GATEWAY             DOCUMENTED INDETERMINATE   POSSIBLE
      503 UNAVAILABLE             DOCUMENTED UNAVAILABLE     FREE
      504 TIMEOUT                 DOCUMENTED INDETERMINATE   POSSIBLE
      """;

  @Test
  void retriveSubscriptionStatus_refuses_by_the_common_codes_alone() {
    Page page = Page.of(COMMON);
    page.equalsTable(SubscriptionStatus.codes(Gap.NOT_COVERED));
    page.isWhatComesOf(Operations::subscription);
  }

  @Test
  void getReachabilityStatus_refuses_by_the_common_codes_alone() {
    Page page = Page.of(COMMON);
    page.equalsTable(ReachabilityStatus.codes(Gap.NOT_COVERED));
    page.isWhatComesOf(Operations::reachability);
  }

  @Test
  void checkTenure_means_by_each_code_what_its_pages_say() {
    Page page = Page.of("400 OUT_OF_RANGE DOCUMENTED UNDISCLOSED UNSTATED", COMMON);
    page.equalsTable(CheckTenure.codes(Gap.NOT_COVERED));
    page.isWhatComesOf(Operations::tenure);
  }

  @Test
  void KYC_Match_means_by_each_code_what_its_pages_say() {
    Page page =
        Page.of(
            """
            403 KNOW_YOUR_CUSTOMER.ID_DOCUMENT_MISMATCH DOCUMENTED MISMATCH[ID_NUMBER] UNSTATED
            403 KNOW_YOUR_CUSTOMER.ID_DOCUMENT_REQUIRED DOCUMENTED NOT_COVERED UNSTATED
            400 KNOW_YOUR_CUSTOMER.INVALID_PARAM_COMBINATION DOCUMENTED INVALID_REQUEST UNSTATED
            404 NOT_FOUND                               DOCUMENTED NOT_COVERED UNSTATED
            """,
            COMMON);
    page.equalsTable(KycMatch.codes(Gap.NOT_COVERED));
    page.isWhatComesOf(Operations::match);
  }

  @Test
  void sendCode_means_by_each_code_what_its_pages_say() {
    Page page =
        Page.of(
            """
            403 ONE_TIME_PASSWORD_SMS.MAX_OTP_CODES_EXCEEDED   DOCUMENTED QUOTA:not-for-60-s FREE
            403 ONE_TIME_PASSWORD_SMS.PHONE_NUMBER_NOT_ALLOWED DOCUMENTED NOT_COVERED UNSTATED
            403 ONE_TIME_PASSWORD_SMS.PHONE_NUMBER_BLOCKED     DOCUMENTED UNDISCLOSED UNSTATED
            404 NOT_FOUND                                      DOCUMENTED NOT_COVERED UNSTATED
            """,
            COMMON);
    page.equalsTable(SendCode.codes(Gap.NOT_COVERED));
    page.isWhatComesOf(Operations::send);
  }

  @Test
  void validateCode_means_by_each_code_what_its_pages_say() {
    Page page =
        Page.of(
            """
            204 HTTP-204                                   DOCUMENTED ACCEPTED UNSTATED
            400 ONE_TIME_PASSWORD_SMS.INVALID_OTP          DOCUMENTED REJECTED UNSTATED
            400 ONE_TIME_PASSWORD_SMS.VERIFICATION_FAILED  DOCUMENTED ATTEMPTS_EXHAUSTED UNSTATED
            400 ONE_TIME_PASSWORD_SMS.VERIFICATION_EXPIRED DOCUMENTED EXPIRED UNSTATED
            404 NOT_FOUND                                  INFERRED   EXPIRED UNSTATED
            """,
            COMMON);
    page.equalsTable(ValidateCode.codes(Gap.NOT_COVERED));
    page.isWhatComesOf(Operations::validate);
  }

  @Test
  void checkNumberRecycling_means_by_each_code_what_its_pages_say() {
    Page page = Page.of("400 OUT_OF_RANGE DOCUMENTED UNDISCLOSED FREE", COMMON);
    page.equalsTable(CheckNumberRecycling.codes(Gap.NOT_COVERED));
    page.isWhatComesOf(Operations::recycling);
  }

  @Test
  void both_operations_of_sim_swap_mean_by_each_code_what_their_page_says() {
    Page page =
        Page.of(
            """
            400 OUT_OF_RANGE DOCUMENTED UNDISCLOSED FREE
            404 NOT_FOUND    INFERRED   NOT_COVERED UNSTATED
            """,
            COMMON);
    page.equalsTable(SimSwapCodes.of(Gap.NOT_COVERED));
    page.isWhatComesOf(Operations::simSwap);
    page.isWhatComesOf(Operations::simSwapDate);
  }

  @ParameterizedTest
  @EnumSource(UnknownNumber.class)
  void a_number_that_the_operator_does_not_know_is_what_the_settings_say(UnknownNumber unknown) {
    Reply reply = Replies.refusal(404, "IDENTIFIER_NOT_FOUND");
    for (Function<Reply, ? extends Answer<?>> decode : Operations.all(unknown.gap())) {
      assertThat(Outcome.of(() -> decode.apply(reply)))
          .isEqualTo(unknown + " UNSTATED IDENTIFIER_NOT_FOUND");
    }
    assertThat(
            Outcome.of(
                () ->
                    CheckSimSwap.decode(
                        Replies.refusal(404, "NOT_FOUND"), SimSwapCodes.of(unknown.gap()))))
        .isEqualTo(unknown + " UNSTATED NOT_FOUND");
    assertThat(
            Outcome.of(
                () ->
                    SendCode.decode(
                        Replies.refusal(404, "NOT_FOUND"), SendCode.codes(unknown.gap()))))
        .isEqualTo(unknown + " UNSTATED NOT_FOUND");
  }

  @ParameterizedTest(name = "HTTP {0} {1} → {2}")
  @CsvSource({
    "400, invalid_argument, PROTOCOL POSSIBLE invalid_argument",
    "400, INVALID_ARGUMENT.PHONE, PROTOCOL POSSIBLE INVALID_ARGUMENT.PHONE",
    "400, INVALID_OTP, PROTOCOL POSSIBLE INVALID_OTP",
    "403, SIM_SWAP.INVALID_OTP, PROTOCOL POSSIBLE SIM_SWAP.INVALID_OTP",
    "403, 50, PROTOCOL POSSIBLE 50",
    "429, NEWLY_INVENTED, PROTOCOL POSSIBLE NEWLY_INVENTED",
    "500, NEWLY_INVENTED, PROTOCOL POSSIBLE NEWLY_INVENTED",
    // The token is refused, whatever the gateway calls it.
    "401, INVALID_TOKEN, UNAUTHORIZED FREE INVALID_TOKEN",
    "401, 42, UNAUTHORIZED FREE 42",
  })
  void a_code_that_only_looks_like_one_of_a_table_is_not_understood(
      int status, String code, String means) {
    for (Function<Reply, ? extends Answer<?>> decode : Operations.all(Gap.NOT_COVERED)) {
      assertThat(Outcome.of(() -> decode.apply(Replies.refusal(status, code)))).isEqualTo(means);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"+34666666666", "34666666666", "not a code", "García"})
  void a_code_that_could_be_something_personal_is_not_repeated(String code) {
    for (Function<Reply, ? extends Answer<?>> decode : Operations.all(Gap.NOT_COVERED)) {
      assertThat(Outcome.of(() -> decode.apply(Replies.refusal(400, code))))
          .isEqualTo("PROTOCOL POSSIBLE -");
    }
  }

  @ParameterizedTest(name = "HTTP {0} {1} → {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        // A gateway's own shape.
        "403 | {'code':53,'message':'Too many requests','description':'spike arrest'} | THROTTLED FREE 53",
        "401 | {'code':'UNAUTHENTICATED','message':'no'}     | UNAUTHORIZED FREE UNAUTHENTICATED",
        "404 | {'status':'404','code':'IDENTIFIER_NOT_FOUND'} | NOT_COVERED UNSTATED IDENTIFIER_NOT_FOUND",
        // The body denies the status.
        "403 | {'status':401,'code':'UNAUTHENTICATED'}       | PROTOCOL POSSIBLE UNAUTHENTICATED",
        "401 | {'status':403,'code':'PERMISSION_DENIED'}     | PROTOCOL POSSIBLE PERMISSION_DENIED",
        "503 | {'status':429,'code':'TOO_MANY_REQUESTS'}     | INDETERMINATE POSSIBLE TOO_MANY_REQUESTS",
        "201 | {'status':404,'code':'IDENTIFIER_NOT_FOUND'}  | PROTOCOL POSSIBLE IDENTIFIER_NOT_FOUND",
        // There is no code, or no JSON: the status alone tells.
        "401 | {'message':'no'}                              | UNAUTHORIZED FREE -",
        "403 | {'code':'','message':'no'}                    | UNAUTHORIZED FREE -",
        "429 | {'code':{}}                                   | THROTTLED FREE -",
        "400 | {'error':'invalid_request'}                   | PROTOCOL POSSIBLE -",
        "404 | {}                                            | PROTOCOL POSSIBLE -",
        "500 | {}                                            | INDETERMINATE POSSIBLE -",
        "503 | <html>busy</html>                             | INDETERMINATE POSSIBLE -",
        "401 | <html>who are you</html>                      | UNAUTHORIZED FREE -",
        "429 | []                                            | THROTTLED FREE -",
        "404 | no such page                                  | PROTOCOL POSSIBLE -",
        "302 | {}                                            | PROTOCOL POSSIBLE -",
        "202 | {}                                            | PROTOCOL POSSIBLE -",
      })
  void what_is_no_refusal_of_CAMARA_is_told_by_the_status(int status, String body, String means) {
    for (Function<Reply, ? extends Answer<?>> decode : Operations.all(Gap.NOT_COVERED)) {
      assertThat(Outcome.of(() -> decode.apply(Replies.body(status, body)))).isEqualTo(means);
    }
  }

  @Test
  void the_success_of_one_operation_is_none_of_another() {
    List<Function<Reply, ? extends Answer<?>>> all = Operations.all(Gap.NOT_COVERED);
    for (Function<Reply, ? extends Answer<?>> decode : all) {
      assertThat(Outcome.of(() -> decode.apply(Replies.success("{'anything':true}"))))
          .isEqualTo("PROTOCOL POSSIBLE -");
    }
    for (Function<Reply, ? extends Answer<?>> decode : all.subList(0, all.size() - 1)) {
      assertThat(Outcome.of(() -> decode.apply(Replies.body(204, ""))))
          .isEqualTo("PROTOCOL POSSIBLE -");
    }
  }
}
