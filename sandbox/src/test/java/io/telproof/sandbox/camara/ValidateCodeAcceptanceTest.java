package io.telproof.sandbox.camara;

import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.sandbox.Billing;
import io.telproof.sandbox.Http;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** validate-code as CAMARA tests a server of it; the third wrong code is the last one. */
final class ValidateCodeAcceptanceTest {
  static final String TABLE =
      """
      otp_validate_code_01_validate_code_success_scenario                        | 2-legged | sent     | {"authenticationId":"ID","code":"123456"} | 204 |
      otp_validate_code_01_validate_code_success_scenario                        | 3-legged | sent     | {"authenticationId":"ID","code":"123456"} | 204 |
      otp_validate_code_02_validate_code_success_scenario_without_x-correlator   | 2-legged | sent     | {"authenticationId":"ID","code":"123456"} | 204 |
      otp_validate_code_400.1_validate_code_no_request_body                      | 2-legged | sent     | -                                         | 400 | INVALID_ARGUMENT
      otp_validate_code_400.2_validate_code_empty_request_body                   | 2-legged | sent     | {}                                        | 400 | INVALID_ARGUMENT
      otp_validate_code_400.3_validate_code_missing_authenticationId             | 2-legged | sent     | {"code":"123456"}                         | 400 | INVALID_ARGUMENT
      otp_validate_code_400.10_validate_code_missing_code                        | 2-legged | sent     | {"authenticationId":"ID"}                 | 400 | INVALID_ARGUMENT
      otp_validate_code_400.4_validate_code_exceed_code_max_length               | 2-legged | sent     | {"authenticationId":"ID","code":"12345678901"} | 400 | INVALID_ARGUMENT
      otp_validate_code_400.5_validate_code_invalid_otp_scenario                 | 2-legged | sent     | {"authenticationId":"ID","code":"654321"} | 400 | ONE_TIME_PASSWORD_SMS.INVALID_OTP
      otp_validate_code_400.6_validate_code_verification_expired_scenario_1      | 2-legged | late     | {"authenticationId":"ID","code":"123456"} | 400 | ONE_TIME_PASSWORD_SMS.VERIFICATION_EXPIRED
      otp_validate_code_400.7_validate_code_verification_expired_scenario_2      | 2-legged | replaced | {"authenticationId":"ID","code":"123456"} | 400 | ONE_TIME_PASSWORD_SMS.VERIFICATION_EXPIRED
      otp_validate_code_400.8_validate_code_verification_expired_scenario_3      | 2-legged | used     | {"authenticationId":"ID","code":"123456"} | 400 | ONE_TIME_PASSWORD_SMS.VERIFICATION_EXPIRED
      otp_validate_code_400.9_validate_code_verification_failed_scenario         | 2-legged | 2 wrong  | {"authenticationId":"ID","code":"654321"} | 400 | ONE_TIME_PASSWORD_SMS.VERIFICATION_FAILED
      otp_validate_code_401.1_validate_code_no_authorization_header              | none     | sent     | {"authenticationId":"ID","code":"123456"} | 401 | UNAUTHENTICATED
      otp_validate_code_401.2_validate_code_expired_access_token                 | expired  | sent     | {"authenticationId":"ID","code":"123456"} | 401 | UNAUTHENTICATED
      otp_validate_code_401.3_validate_code_invalid_access_token                 | wrong    | sent     | {"authenticationId":"ID","code":"123456"} | 401 | UNAUTHENTICATED
      otp_validate_code_404_validate_code_resource_not_found                     | 2-legged | none     | {"authenticationId":"ID","code":"123456"} | 404 | NOT_FOUND
      """;

  private static final String PATH = "/one-time-password-sms/v1/validate-code";
  private static final String SCOPE = "one-time-password-sms:send-validate";
  private static final String GOOD = "123456";
  private static final String PREFIX = "ONE_TIME_PASSWORD_SMS.";

  private final Operator operator = Operator.lenient();

  @AfterEach
  void stop() {
    operator.close();
  }

  static List<Acceptance> table() {
    return Acceptance.table(TABLE);
  }

  private String sent(String scenario) {
    Http.Reply reply =
        operator.ask(
            "/one-time-password-sms/v1/send-code",
            operator.twoLegged(SCOPE),
            "{\"phoneNumber\":\"+990123400%s\",\"message\":\"{{code}}\"}".formatted(scenario));
    return Operator.json(reply).path("authenticationId").asText();
  }

  private Http.Reply validate(String id, String code) {
    return operator.ask(
        PATH,
        operator.twoLegged(SCOPE),
        "{\"authenticationId\":\"%s\",\"code\":\"%s\"}".formatted(id, code));
  }

  private String refusal(String id, String code) {
    Http.Reply reply = validate(id, code);
    assertThat(reply.status()).isEqualTo(400);
    return Operator.json(reply).path("code").asText();
  }

  @ParameterizedTest
  @MethodSource("table")
  void the_operator_behaves_as_camara_tests_it(Acceptance line) {
    String id = line.preparation().equals("none") ? "of-nobody" : sent("000");
    switch (line.preparation()) {
      case "late" -> operator.clock.advance(Duration.ofMinutes(5));
      case "replaced" -> sent("000");
      case "used" -> assertThat(validate(id, GOOD).status()).isEqualTo(204);
      case "2 wrong" -> {
        assertThat(refusal(id, "1")).isEqualTo(PREFIX + "INVALID_OTP");
        assertThat(refusal(id, "2")).isEqualTo(PREFIX + "INVALID_OTP");
      }
      default -> {}
    }
    String body = line.body().replace("ID", id);
    new Acceptance(line.tag(), line.token(), "", body, line.status(), line.reply())
        .hold(operator, PATH, SCOPE);
    assertThat(operator.sandbox.bill().charged("validateCode"))
        .isEqualTo(line.status() == 204 || line.preparation().equals("used") ? 1 : 0);
  }

  @Test
  void without_a_correlator_a_code_is_accepted_as_well() {
    String body = "{\"authenticationId\":\"%s\",\"code\":\"123456\"}".formatted(sent("000"));
    Http.Reply reply =
        Operator.send(
            operator.question(PATH, operator.twoLegged(SCOPE), body).removeHeader("x-correlator"));
    assertThat(reply.status()).isEqualTo(204);
    assertThat(reply.headers().get("x-correlator")).isNull();
    assertThat(reply.headers().get("Content-Length")).isNull();
  }

  @Test
  void a_code_is_good_to_the_last_moment_and_the_newest_one_for_its_number() {
    String other = sent("001");
    String first = sent("000");
    String second = sent("000");
    operator.clock.advance(Duration.ofMinutes(5).minusMillis(1));
    assertThat(validate(second, GOOD).status()).isEqualTo(204);
    assertThat(validate(other, GOOD).status()).isEqualTo(204);
    assertThat(refusal(first, GOOD)).isEqualTo(PREFIX + "VERIFICATION_EXPIRED");
  }

  @Test
  void after_too_many_wrong_codes_the_right_one_fails_too() {
    String id = sent("000");
    for (int i = 0; i < 3; i++) {
      refusal(id, "0");
    }
    assertThat(refusal(id, GOOD)).isEqualTo(PREFIX + "VERIFICATION_FAILED");
    assertThat(validate(sent("000"), GOOD).status()).isEqualTo(204);
  }

  @ParameterizedTest
  @CsvSource({
    "800, 400, ONE_TIME_PASSWORD_SMS.INVALID_OTP",
    "810, 400, ONE_TIME_PASSWORD_SMS.VERIFICATION_EXPIRED",
    "820, 400, ONE_TIME_PASSWORD_SMS.VERIFICATION_FAILED",
    "830, 400, ONE_TIME_PASSWORD_SMS.VERIFICATION_EXPIRED",
    "860, 500, INTERNAL",
    "280, 400, ONE_TIME_PASSWORD_SMS.PERHAPS",
  })
  void a_right_code_comes_out_by_the_number_that_it_was_sent_to(
      String scenario, int status, String code) {
    Http.Reply reply = validate(sent(scenario), GOOD);
    assertThat(reply.status()).isEqualTo(status);
    assertThat(Operator.json(reply).path("code").asText()).isEqualTo(code);
    var line = operator.sandbox.bill().lines().get(1);
    assertThat(line.operation()).isEqualTo("validateCode");
    assertThat(line.billing()).isEqualTo(Billing.FREE);
    assertThat(line.contact()).isEqualTo("+9901****0" + scenario);
  }

  @ParameterizedTest
  @CsvSource({"240, 503", "270, 429"})
  void what_happens_once_happens_to_the_sending_and_to_the_check(String scenario, int status) {
    assertThat(sent(scenario)).isEmpty();
    String id = sent(scenario);
    assertThat(validate(id, GOOD).status()).isEqualTo(status);
    assertThat(validate(id, GOOD).status()).isEqualTo(204);
  }

  @ParameterizedTest
  @CsvSource({
    "840, 403, ONE_TIME_PASSWORD_SMS.MAX_OTP_CODES_EXCEEDED",
    "250, 403, ONE_TIME_PASSWORD_SMS.MAX_OTP_CODES_EXCEEDED",
    "080, 404, NOT_FOUND",
    "230, 503, UNAVAILABLE",
  })
  void a_code_is_not_sent_by_the_table(String scenario, int status, String code) {
    Http.Reply reply =
        operator.ask(
            "/one-time-password-sms/v1/send-code",
            operator.twoLegged(SCOPE),
            "{\"phoneNumber\":\"+990123400%s\",\"message\":\"{{code}}\"}".formatted(scenario));
    assertThat(reply.status()).isEqualTo(status);
    assertThat(Operator.json(reply).path("code").asText()).isEqualTo(code);
  }
}
