package io.telproof.sandbox.camara;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.telproof.sandbox.Http;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** send-code as CAMARA tests a server of it; the third code of a day is one too many here. */
final class SendCodeAcceptanceTest {
  static final String TABLE =
      """
      otp_send_code_01_send_code_success_scenario                          | 2-legged |            | {"phoneNumber":"+990123400000","message":"{{code}} it is"} | 200 | "authenticationId":
      otp_send_code_01_send_code_success_scenario                          | 3-legged |            | {"phoneNumber":"+990123400000","message":"{{code}} it is"} | 200 | "authenticationId":
      otp_send_code_400.1_send_code_no_request_body                        | 2-legged |            | -                                                          | 400 | INVALID_ARGUMENT
      otp_send_code_400.2_send_code_empty_request_body                     | 2-legged |            | {}                                                         | 400 | INVALID_ARGUMENT
      otp_send_code_400.3_send_code_incorrect_phone_number_request_body    | 2-legged |            | {"phoneNumber":"3301","message":"{{code}} it is"}          | 400 | INVALID_ARGUMENT
      otp_send_code_400.4_send_code_missing_message                        | 2-legged |            | {"phoneNumber":"+990123400000"}                            | 400 | INVALID_ARGUMENT
      otp_send_code_400.4_send_code_missing_message                        | 2-legged |            | {"phoneNumber":"+990123400000","message":""}               | 400 | INVALID_ARGUMENT
      otp_send_code_400.5_send_code_missing_code_request_body              | 2-legged |            | {"phoneNumber":"+990123400000","message":"{code}"}         | 400 | INVALID_ARGUMENT
      otp_send_code_400.6_send_code_message_too_long                       | 2-legged | long       | {"phoneNumber":"+990123400000","message":"{{code}}LONG"}   | 400 | INVALID_ARGUMENT
      otp_send_code_401.1_send_code_no_authorization_header                | none     |            | {"phoneNumber":"+990123400000","message":"{{code}}"}       | 401 | UNAUTHENTICATED
      otp_send_code_401.2_send_code_expired_access_token                   | expired  |            | {"phoneNumber":"+990123400000","message":"{{code}}"}       | 401 | UNAUTHENTICATED
      otp_send_code_401.3_send_code_invalid_access_token                   | wrong    |            | {"phoneNumber":"+990123400000","message":"{{code}}"}       | 401 | UNAUTHENTICATED
      otp_send_code_403.1_send_code_max_otp_code                           | 2-legged | two before | {"phoneNumber":"+990123400000","message":"{{code}}"}       | 403 | ONE_TIME_PASSWORD_SMS.MAX_OTP_CODES_EXCEEDED
      otp_send_code_403.2_send_code_phone_number_not_allowed               | 2-legged |            | {"phoneNumber":"+990123400871","message":"{{code}}"}       | 403 | ONE_TIME_PASSWORD_SMS.PHONE_NUMBER_NOT_ALLOWED
      otp_send_code_403.3_send_code_phone_number_not_allowed               | 2-legged |            | {"phoneNumber":"+990123400873","message":"{{code}}"}       | 403 | ONE_TIME_PASSWORD_SMS.PHONE_NUMBER_NOT_ALLOWED
      otp_send_code_403.4_send_code_phone_number_blocked                   | 2-legged |            | {"phoneNumber":"+990123400870","message":"{{code}}"}       | 403 | ONE_TIME_PASSWORD_SMS.PHONE_NUMBER_BLOCKED
      otp_send_code_404.1_send_code_phone_number_not_belong_to_operator    | 2-legged |            | {"phoneNumber":"+990123400090","message":"{{code}}"}       | 404 | NOT_FOUND
      otp_send_code_02_send_code_success_scenario_without_x-correlator     | 2-legged |            | {"phoneNumber":"+990123400000","message":"{{code}} it is"} | 200 | "authenticationId":
      """;

  private static final String PATH = "/one-time-password-sms/v1/send-code";
  private static final String SCOPE = "one-time-password-sms:send-validate";

  private final Operator operator = new Operator(Operator.settings().limits(100, 2));

  @AfterEach
  void stop() {
    operator.close();
  }

  static List<Acceptance> table() {
    return Acceptance.table(TABLE);
  }

  @ParameterizedTest
  @MethodSource("table")
  void the_operator_behaves_as_camara_tests_it(Acceptance line) {
    if (line.preparation().equals("two before")) {
      for (int i = 0; i < 2; i++) {
        String token = operator.twoLegged(SCOPE);
        assertThat(operator.ask(PATH, token, line.body()).status()).isEqualTo(200);
      }
    }
    // With the eight of {{code}}, 160 characters are allowed.
    String body = line.body().replace("LONG", "x".repeat(153));
    JsonNode reply =
        new Acceptance(line.tag(), line.token(), "", body, line.status(), line.reply())
            .hold(operator, PATH, SCOPE);
    if (line.status() == 200) {
      assertThat(reply.path("authenticationId").asText()).hasSizeBetween(1, 36);
      assertThat(reply).hasSize(1);
      assertThat(operator.sandbox.bill().charged("sendCode")).isEqualTo(1);
    }
  }

  @Test
  void without_a_correlator_a_code_is_sent_as_well() {
    String body = "{\"phoneNumber\":\"+990123400000\",\"message\":\"{{code}}\"}";
    Http.Reply reply =
        Operator.send(
            operator.question(PATH, operator.twoLegged(SCOPE), body).removeHeader("x-correlator"));
    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.headers().get("x-correlator")).isNull();
  }

  @Test
  void a_message_has_160_characters_at_most() {
    String body =
        "{\"phoneNumber\":\"+990123400000\",\"message\":\"%s{{code}}\"}".formatted("x".repeat(152));
    assertThat(operator.ask(PATH, operator.twoLegged(SCOPE), body).status()).isEqualTo(200);
  }
}
