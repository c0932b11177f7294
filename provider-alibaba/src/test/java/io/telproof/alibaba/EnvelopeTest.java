package io.telproof.alibaba;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.telproof.Answer;
import io.telproof.FailureKind;
import io.telproof.VerificationException;
import io.telproof.spi.reply.Reply;
import io.telproof.spi.reply.ReplyOrigin;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import okhttp3.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every operation's reply comes in, good or bad, from a product or from a gateway. */
final class EnvelopeTest {
  @ParameterizedTest(name = "HTTP {0} {1} → {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "200 | ''                                  | PROTOCOL POSSIBLE -",
        "200 | {}                                  | PROTOCOL POSSIBLE -",
        "200 | []                                  | PROTOCOL POSSIBLE -",
        "200 | null                                | PROTOCOL POSSIBLE -",
        "200 | <html>hello</html>                  | PROTOCOL POSSIBLE -",
        "200 | {\"Code\":null}                     | PROTOCOL POSSIBLE -",
        "200 | {\"Code\":\"\"}                     | PROTOCOL POSSIBLE -",
        "200 | {\"Code\":{}}                       | PROTOCOL POSSIBLE -",
        "200 | {\"Message\":\"OK\"}                | PROTOCOL POSSIBLE -",
        "200 | {\"Code\":\"Throttling\"} and on    | PROTOCOL POSSIBLE -",
        "200 | {\"Code\":\"Throttling\",\"Code\":\"Throttling\"} | PROTOCOL POSSIBLE -",
        "204 | ''                                  | PROTOCOL POSSIBLE -",
        "307 | ''                                  | PROTOCOL POSSIBLE -",
        "400 | <Error><Code>Throttling</Code></Error> | PROTOCOL POSSIBLE -",
        "401 | ''                                  | UNAUTHORIZED FREE -",
        "403 | ''                                  | UNAUTHORIZED FREE -",
        "403 | <html>forbidden</html>              | UNAUTHORIZED FREE -",
        "401 | {\"error\":\"denied\"}             | UNAUTHORIZED FREE -",
        "403 | {\"Success\":false}                 | UNAUTHORIZED FREE -",
        "403 | {\"Success\":true}                  | PROTOCOL POSSIBLE -",
        "429 | {\"Success\":\"true\"}              | PROTOCOL POSSIBLE -",
        "404 | {}                                  | PROTOCOL POSSIBLE -",
        "429 | ''                                  | THROTTLED FREE -",
        "429 | <html>slow</html>                   | THROTTLED FREE -",
        "500 | ''                                  | INDETERMINATE POSSIBLE -",
        "500 | <Error><Code>InternalError</Code></Error> | INDETERMINATE POSSIBLE -",
        "502 | <html>bad gateway</html>            | INDETERMINATE POSSIBLE -",
        "503 | {}                                  | INDETERMINATE POSSIBLE -",
        "504 | {\"Message\":\"timeout\"}           | INDETERMINATE POSSIBLE -",
        "503 | {\"Code\":\"Throttling\"}           | THROTTLED FREE Throttling",
        "400 | {\"code\":\"Throttling.Api\"}       | THROTTLED FREE Throttling.Api",
        "200 | {\"Code\":\" Throttling \"}         | THROTTLED FREE Throttling",
      })
  void a_reply_that_is_not_in_order_is_named_at_every_operation(
      int status, String body, String means) {
    for (Function<Reply, ? extends Answer<?>> decode : CodesTest.operations()) {
      assertThat(Outcome.of(() -> decode.apply(Replies.body(status, body)))).isEqualTo(means);
    }
  }

  @ParameterizedTest(name = "HTTP {0} {1} → {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "200 | {\"Code\":200,\"ResultObject\":{\"BizCode\":1,\"SubCode\":101}} | ACTIVE UNSTATED 200/1/101",
        "200 | {\"Code\":\"200\",\"ResultObject\":{\"BizCode\":\"1\",\"SubCode\":\"101\"}} | ACTIVE UNSTATED 200/1/101",
        "500 | {\"Code\":\"200\",\"ResultObject\":{\"BizCode\":\"1\",\"SubCode\":\"101\"}} | INDETERMINATE POSSIBLE 200",
        "400 | {\"Code\":\"200\",\"ResultObject\":{\"BizCode\":\"1\",\"SubCode\":\"101\"}} | PROTOCOL POSSIBLE 200",
        "401 | {\"Code\":\"200\",\"ResultObject\":{\"BizCode\":\"1\",\"SubCode\":\"101\"}} | PROTOCOL POSSIBLE 200",
        "403 | {\"Code\":\"200\"} | PROTOCOL POSSIBLE 200",
        "429 | {\"Code\":\"200\",\"ResultObject\":{\"BizCode\":\"1\",\"SubCode\":\"101\"}} | PROTOCOL POSSIBLE 200",
        "403 | {\"ResultObject\":{\"BizCode\":\"1\",\"SubCode\":\"101\"}} | PROTOCOL POSSIBLE -",
        "200 | {\"Code\":\"200\"} | PROTOCOL POSSIBLE 200",
        "200 | {\"Code\":\"200\",\"ResultObject\":null} | PROTOCOL POSSIBLE 200",
        "200 | {\"Code\":\"200\",\"ResultObject\":\"1\"} | PROTOCOL POSSIBLE 200",
        "200 | {\"Code\":\"200\",\"ResultObject\":[]} | PROTOCOL POSSIBLE 200",
        "200 | {\"Code\":\"200\",\"ResultObject\":{}} | PROTOCOL POSSIBLE 200",
        "200 | {\"Code\":\"200\",\"Data\":{\"BizCode\":\"1\",\"SubCode\":\"101\"}} | PROTOCOL POSSIBLE 200",
        "200 | {\"Code\":\"200\",\"Success\":\"false\",\"ResultObject\":{\"BizCode\":\"1\",\"SubCode\":\"101\"}} | PROTOCOL POSSIBLE 200",
        "200 | {\"Code\":\"OK\",\"ResultObject\":{\"BizCode\":\"1\",\"SubCode\":\"101\"}} | PROTOCOL POSSIBLE OK",
        "200 | {\"Code\":200,\"ResultObject\":{\"BizCode\":2,\"SubCode\":201},\"Message\":\"None\"} | SUSPENDED UNSTATED 200/2/201",
      })
  void Cloudauth_says_200_as_a_text_or_a_number_and_holds_its_result_in_ResultObject(
      int status, String body, String means) {
    assertThat(Outcome.of(() -> MobileOnlineStatus.decode(Replies.body(status, body))))
        .isEqualTo(means);
  }

  @ParameterizedTest(name = "HTTP {0} {1} → {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "200 | {\"Code\":\"OK\",\"Success\":true,\"Model\":{\"VerifyResult\":\"PASS\"}} | ACCEPTED FREE OK/PASS",
        "200 | {\"Code\":\"OK\",\"Success\":\"true\",\"Model\":{\"VerifyResult\":\"PASS\"}} | ACCEPTED FREE OK/PASS",
        "200 | {\"Code\":\"OK\",\"Model\":{\"VerifyResult\":\"PASS\"}} | ACCEPTED FREE OK/PASS",
        "200 | {\"Code\":\"OK\",\"Success\":false,\"Model\":{\"VerifyResult\":\"PASS\"}} | PROTOCOL POSSIBLE OK",
        "200 | {\"Code\":\"OK\",\"Success\":\"False\",\"Model\":{\"VerifyResult\":\"PASS\"}} | PROTOCOL POSSIBLE OK",
        "400 | {\"Code\":\"OK\",\"Model\":{\"VerifyResult\":\"PASS\"}} | PROTOCOL POSSIBLE OK",
        "503 | {\"Code\":\"OK\",\"Model\":{\"VerifyResult\":\"PASS\"}} | INDETERMINATE POSSIBLE OK",
        "200 | {\"Code\":\"OK\"} | PROTOCOL POSSIBLE OK",
        "200 | {\"Code\":\"200\",\"Model\":{\"VerifyResult\":\"PASS\"}} | PROTOCOL POSSIBLE 200",
        "200 | {\"Code\":\"OK\",\"Data\":{\"VerifyResult\":\"PASS\"}} | PROTOCOL POSSIBLE OK",
      })
  void Dypnsapi_says_OK_and_holds_its_result_in_Model(int status, String body, String means) {
    assertThat(Outcome.of(() -> CheckSmsVerifyCode.decode(Replies.body(status, body))))
        .isEqualTo(means);
  }

  @ParameterizedTest
  @ValueSource(strings = {"RequestId", "requestId", "requestid"})
  void the_id_of_the_request_is_found_in_each_spelling(String field) {
    String id = "{\"" + field + "\":\"" + Replies.REQUEST_ID + "\",\"Code\":\"";
    assertThat(failure(Replies.body(400, id + "Throttling\"}")).requestId())
        .contains(Replies.REQUEST_ID);
    String known = id + "200\",\"ResultObject\":{\"BizCode\":1,\"SubCode\":101}}";
    assertThat(MobileOnlineStatus.decode(Replies.body(200, known)).receipt().requestId())
        .contains(Replies.REQUEST_ID);
  }

  @ParameterizedTest
  @ValueSource(strings = {"None", "OK", "无", "canary 13800138000", "{\\\"canary\\\":1}"})
  void no_message_of_the_vendors_ever_reaches_an_exception(String message) {
    String texts =
        """
        {"Code":"%s","Message":"%s","Description":"%2$s","AccessDeniedDetail":"%2$s","Recommend":"%2$s"}""";
    for (String code : List.of("SignatureDoesNotMatch", "NotInAnyTable", "500")) {
      String body = texts.formatted(code, message);
      VerificationException e = failure(Replies.body(400, body));
      assertThat(e)
          .hasNoCause()
          .hasMessageNotContaining("canary")
          .hasMessageNotContaining("13800138000")
          .hasMessageNotContaining("None")
          .hasMessageNotContaining("无");
      assertThat(e.failure().toString()).doesNotContain("canary", "13800138000");
    }
  }

  @ParameterizedTest(name = "x-acs-retry-after: {0} → {1}")
  @CsvSource({
    "1,      PT0.001S",
    "250,    PT0.25S",
    "0250,   PT0.25S",
    "' 900 ',PT0.9S",
    "60000,  PT1M",
    "'',     ''",
    "0,      ''",
    "000,    ''",
    "-1,     ''",
    "1.5,    ''",
    "1e3,    ''",
    "+5,     ''",
    "soon,   ''",
    "٣,      ''",
    "99999999999999999999, ''",
    "0000000000000000000000000000250, ''"
  })
  void the_wait_that_the_vendor_asks_for_is_in_milliseconds_and_positive_or_none(
      String header, String wait) {
    Headers headers = new Headers.Builder().addUnsafeNonAscii("X-Acs-Retry-After", header).build();
    Reply throttled = Replies.body(400, "{\"Code\":\"Throttling.User\"}", headers);
    assertThat(failure(throttled).retryAfter().map(Duration::toString).orElse("")).isEqualTo(wait);
    Reply busy = Replies.body(503, "{\"Code\":\"ServiceUnavailable\"}", headers);
    assertThat(failure(busy).retryAfter().map(Duration::toString).orElse("")).isEqualTo(wait);
    Reply codeless = Replies.body(429, "slow", headers);
    assertThat(failure(codeless).retryAfter().map(Duration::toString).orElse("")).isEqualTo(wait);
  }

  @Test
  void a_wait_does_not_make_a_refusal_one_that_may_be_repeated() {
    Headers headers = Headers.of("x-acs-retry-after", "100");
    for (String code : List.of("InternalError", "SignatureDoesNotMatch", "NotInAnyTable", "403")) {
      VerificationException e = failure(Replies.body(400, "{\"Code\":\"" + code + "\"}", headers));
      assertThat(e.kind().retryable()).as(code).isFalse();
      assertThat(e.retryAfter()).as(code).isEmpty();
    }
  }

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource({
    "InvalidTimeStamp.Expired, true",
    "IllegalTimestamp, true",
    "InvalidTimeStamp.Format, false",
    "SignatureNonceUsed, false",
    "SignatureDoesNotMatch, false",
    "invalidtimestamp.expired, false",
  })
  void only_a_refusal_for_the_clock_is_taken_for_one(String code, boolean clock) {
    assertThat(AlibabaApi.refusedForTheClock(Replies.refusal(400, code))).isEqualTo(clock);
    assertThat(AlibabaApi.refusedForTheClock(Replies.body(400, code))).isFalse();
  }

  /** The question is sent once more after such a refusal, so that it has to be its own. */
  @Test
  void a_refusal_for_the_clock_that_an_earlier_question_had_is_not_taken_for_this_one_s() {
    Reply refusal = Replies.refusal(400, "InvalidTimeStamp.Expired");
    assertThat(AlibabaApi.refusedForTheClock(refusal.from(new Before("another")))).isTrue();
    assertThatThrownBy(
            () -> AlibabaApi.refusedForTheClock(refusal.from(new Before(Replies.REQUEST_ID))))
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
      quoteCharacter = '`',
      value = {
        "not JSON                                         | is not a JSON object",
        "{}                                               | has no Code",
        "{'Success':true}                                 | has no Code, although it tells of a success",
        "{'Code':200}                                     | has no BizCode",
        "{'Code':200,'ResultObject':{}}                   | has no BizCode",
        "{'Code':200,'ResultObject':{'BizCode':''}}       | has no BizCode",
        "{'Code':200,'ResultObject':{'BizCode':{'a':1}}}  | has no BizCode",
      })
  void what_a_reply_lacks_is_named(String body, String lacks) {
    List<Function<Reply, ? extends Answer<?>>> checks =
        List.of(
            MobileOnlineStatus::decode,
            MobileOnlineTime::decode,
            Mobile3MetaDetailVerify::decode,
            Mobile2MetaVerify::decode,
            MobileRecycledMetaVerify::decode);
    for (Function<Reply, ? extends Answer<?>> decode : checks) {
      assertThatThrownBy(() -> decode.apply(Replies.body(200, body.replace('\'', '"'))))
          .isInstanceOfSatisfying(
              VerificationException.class,
              e -> assertThat(e.failure().reason()).isEqualTo("the reply, HTTP 200, " + lacks));
    }
  }

  @Test
  void a_billed_reply_about_a_new_holder_names_what_it_lacks() {
    for (String subCode : List.of("\"\"", "null", "[]")) {
      Reply reply = Replies.cloudauth("\"BizCode\":\"1\",\"SubCode\":" + subCode);
      assertThatThrownBy(() -> MobileRecycledMetaVerify.decode(reply))
          .hasMessageContaining("billed but has no SubCode that can be read");
    }
  }

  @Test
  void a_nonce_that_was_used_leaves_open_whether_the_question_was_carried_out() {
    assertThat(failure(Replies.refusal(400, "SignatureNonceUsed")).kind())
        .isEqualTo(FailureKind.INDETERMINATE);
  }

  private static VerificationException failure(Reply reply) {
    return catchThrowableOfType(
        VerificationException.class, () -> MobileOnlineStatus.decode(reply));
  }
}
