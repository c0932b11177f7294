package io.telproof.sandbox.camara;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.telproof.sandbox.Http;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What all operations have in common: method, types, correlator, limit, the form of a body. */
final class EnvelopeTest {
  private static final String SCOPE = "kyc-tenure:check-tenure";
  private static final String PATH = "/kyc-tenure/v0.2/check-tenure";
  private static final String GOOD =
      "{\"phoneNumber\":\"+990123400000\",\"tenureDate\":\"2026-01-01\"}";

  private final Operator operator = Operator.lenient();
  private final String token = operator.twoLegged(SCOPE);

  @AfterEach
  void stop() {
    operator.close();
  }

  private static void refused(Http.Reply reply, int status, String code) {
    assertThat(reply.status()).isEqualTo(status);
    JsonNode body = Operator.json(reply);
    assertThat(body.path("status").asInt()).isEqualTo(status);
    assertThat(body.path("code").asText()).isEqualTo(code);
    assertThat(body.path("message").asText()).isNotEmpty();
    assertThat(reply.headers().get("Content-Type")).isEqualTo("application/json");
  }

  private static void echoed(Http.Reply reply) {
    assertThat(reply.headers().get("x-correlator")).isEqualTo(Operator.CORRELATOR);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/kyc-tenure/v0.1/check-tenure",
        "/kyc-tenure/v0.2/check",
        "/kyc-tenure/v0.2/check-tenure/",
        "/subscription-status/v1/x",
        "/kyc-match/",
        "/one-time-password-sms/v2/send-code",
        "/device-reachability-status/v0/retrieve"
      })
  void another_path_of_these_apis_is_no_resource(String path) {
    Http.Reply reply = operator.ask(path, token, GOOD);
    refused(reply, 404, "NOT_FOUND");
    echoed(reply);
  }

  @Test
  void a_path_of_no_api_is_another_vendors() {
    assertThat(operator.ask("/device-swap/v2/check", token, "{}").body()).contains("\"vendors\"");
    assertThat(operator.sandbox.heard()).allMatch(heard -> heard.tokenExchange());
  }

  @Test
  void only_post_is_served() {
    Http.Reply reply = Operator.send(operator.question(PATH, token, "").get());
    refused(reply, 405, "METHOD_NOT_ALLOWED");
    assertThat(reply.headers().get("Allow")).isEqualTo("POST");
    echoed(reply);
  }

  @ParameterizedTest
  @CsvSource({
    "application/json, 200",
    "*/*, 200",
    "'text/html, application/*;q=0.5', 200",
    "Application/JSON, 200",
    "text/html, 406",
    "'', 406",
  })
  void an_answer_is_json_for_those_who_accept_it(String accept, int status) {
    Http.Reply reply = Operator.send(operator.question(PATH, token, GOOD).header("Accept", accept));
    assertThat(reply.status()).isEqualTo(status);
    if (status == 406) {
      refused(reply, 406, "NOT_ACCEPTABLE");
    }
    echoed(reply);
  }

  @ParameterizedTest
  @CsvSource({
    "application/json; charset=utf-8, 200",
    "text/plain, 415",
    "application/x-www-form-urlencoded, 415"
  })
  void a_question_is_json(String type, int status) {
    RequestBody body =
        RequestBody.create(GOOD.getBytes(StandardCharsets.UTF_8), MediaType.get(type));
    Http.Reply reply = Operator.send(operator.question(PATH, token, "").post(body));
    assertThat(reply.status()).isEqualTo(status);
    if (status == 415) {
      refused(reply, 415, "UNSUPPORTED_MEDIA_TYPE");
    }
  }

  @Test
  void without_a_body_it_is_the_argument_that_is_wrong_and_not_its_type() {
    RequestBody nothing = RequestBody.create(new byte[0]);
    Http.Reply reply = Operator.send(operator.question(PATH, token, "").post(nothing));
    refused(reply, 400, "INVALID_ARGUMENT");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "A-Z_0:9;.z/<>{}", "b4333c46-49c0-4f62-80d7-f0ef930f1c46"})
  void a_correlator_is_echoed(String correlator) {
    Request.Builder good = operator.question(PATH, token, GOOD).header("x-correlator", correlator);
    assertThat(Operator.send(good).headers().get("x-correlator")).isEqualTo(correlator);
    Request.Builder bad = operator.question(PATH, "no token", GOOD);
    Http.Reply reply = Operator.send(bad.header("X-Correlator", correlator));
    assertThat(reply.headers().get("x-correlator")).isEqualTo(correlator);
  }

  @ParameterizedTest
  @ValueSource(strings = {"with blank", "a,b", "a=b"})
  void a_correlator_that_is_none_is_refused_and_not_echoed(String correlator) {
    Http.Reply reply =
        Operator.send(operator.question(PATH, token, GOOD).header("x-correlator", correlator));
    refused(reply, 400, "INVALID_ARGUMENT");
    assertThat(reply.headers().get("x-correlator")).isNull();
  }

  @Test
  void a_correlator_has_at_most_256_characters() {
    Request.Builder question = operator.question(PATH, token, GOOD);
    String longest = "x".repeat(256);
    assertThat(Operator.send(question.header("x-correlator", longest)).status()).isEqualTo(200);
    refused(Operator.send(question.header("x-correlator", longest + "x")), 400, "INVALID_ARGUMENT");
  }

  @Test
  void without_a_correlator_none_comes_back() {
    Http.Reply reply =
        Operator.send(operator.question(PATH, token, GOOD).removeHeader("x-correlator"));
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.headers().get("x-correlator")).isNull();
    assertThat(operator.sandbox.bill().lines().get(0).requestId()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Bearer", "Bearer wrong", "Basic abc"})
  void whoever_has_no_token_is_not_let_in(String authorization) {
    Http.Reply reply =
        Operator.send(operator.question(PATH, token, GOOD).header("Authorization", authorization));
    refused(reply, 401, "UNAUTHENTICATED");
    echoed(reply);
    assertThat(operator.sandbox.heard().get(1).signatureGood()).isFalse();
    refused(
        Operator.send(operator.question(PATH, token, GOOD).removeHeader("Authorization")),
        401,
        "UNAUTHENTICATED");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{",
        "[]",
        "\"text\"",
        "null",
        "{}",
        "{\"tenureDate\":\"2026-01-01\"} {}",
        "{\"tenureDate\":\"2026-01-01\",\"tenureDate\":\"2026-01-01\"}",
        "{\"phoneNumber\":\"+990123400000\"}",
        "{\"phoneNumber\":\"+990123400000\",\"tenureDate\":\"2026-1-1\"}",
        "{\"phoneNumber\":\"+990123400000\",\"tenureDate\":\"2026-02-30\"}",
        "{\"phoneNumber\":\"+990123400000\",\"tenureDate\":20260101}",
        "{\"phoneNumber\":\"+990123400000\",\"tenureDate\":null}",
        "{\"phoneNumber\":\"990123400000\",\"tenureDate\":\"2026-01-01\"}",
        "{\"phoneNumber\":\"+0123400000\",\"tenureDate\":\"2026-01-01\"}",
        "{\"phoneNumber\":\"+1234567890123456\",\"tenureDate\":\"2026-01-01\"}",
        "{\"phoneNumber\":990123400000,\"tenureDate\":\"2026-01-01\"}",
        "{\"phoneNumber\":\"+990123400000\",\"tenureDate\":\"2026-01-01\",\"more\":1}",
      })
  void a_body_that_is_not_the_schemas_is_refused(String body) {
    Http.Reply reply = operator.ask(PATH, token, body);
    refused(reply, 400, "INVALID_ARGUMENT");
    echoed(reply);
    assertThat(reply.body()).doesNotContain("990123400000", "2026");
  }

  @Test
  void what_a_refused_question_asked_was_heard() {
    String path = "/one-time-password-sms/v1/validate-code";
    try (Operator other = Operator.lenient()) {
      String good = other.twoLegged("one-time-password-sms:send-validate");
      String body = "{\"authenticationId\":\"%s\",\"code\":\"000000\"}";
      refused(other.ask(path, good, body.formatted("of-nobody")), 404, "NOT_FOUND");
      refused(other.ask(path, good, body.formatted("x".repeat(37))), 400, "INVALID_ARGUMENT");
      assertThat(other.sandbox.heard())
          .filteredOn(heard -> !heard.tokenExchange())
          .extracting(heard -> heard.fields().get("authenticationId"))
          .containsExactly("of-nobody", "x".repeat(37));
    }
  }

  @Test
  void a_limit_is_kept_for_each_operation_and_refused_questions_of_no_token_do_not_count() {
    try (Operator strict = new Operator(Operator.settings().limits(2, 100))) {
      String good = strict.twoLegged(SCOPE + " subscription-status:retrive-subscription-status");
      strict.ask(PATH, "wrong", GOOD);
      strict.ask(PATH, "wrong", GOOD);
      assertThat(strict.ask(PATH, good, GOOD).status()).isEqualTo(200);
      assertThat(strict.ask(PATH, good, GOOD).status()).isEqualTo(200);
      Http.Reply third = strict.ask(PATH, good, GOOD);
      refused(third, 429, "TOO_MANY_REQUESTS");
      echoed(third);
      String status = "/subscription-status/v0.1/retrive-subscription-status";
      String body = "{\"phoneNumber\":\"+990123400000\"}";
      assertThat(strict.ask(status, good, body).status()).isEqualTo(200);
      strict.clock.advance(Duration.ofSeconds(1));
      assertThat(strict.ask(PATH, good, GOOD).status()).isEqualTo(200);
    }
  }
}
