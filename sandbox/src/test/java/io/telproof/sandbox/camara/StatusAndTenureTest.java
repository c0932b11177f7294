package io.telproof.sandbox.camara;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.telproof.sandbox.Bill;
import io.telproof.sandbox.Billing;
import io.telproof.sandbox.Http;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** subscription-status and kyc-tenure by magic number. */
final class StatusAndTenureTest {
  private static final String STATUS = "/subscription-status/v0.1/retrive-subscription-status";
  private static final String STATUS_SCOPE = "subscription-status:retrive-subscription-status";
  private static final String TENURE = "/kyc-tenure/v0.2/check-tenure";
  private static final String TENURE_SCOPE = "kyc-tenure:check-tenure";

  private final Operator operator = Operator.lenient();
  private final String token = operator.twoLegged(STATUS_SCOPE + " " + TENURE_SCOPE);

  @AfterEach
  void stop() {
    operator.close();
  }

  private Http.Reply status(String scenario) {
    return operator.ask(STATUS, token, "{\"phoneNumber\":\"+990123400%s\"}".formatted(scenario));
  }

  private Http.Reply tenure(String scenario, String date) {
    return operator.ask(
        TENURE,
        token,
        "{\"phoneNumber\":\"+990123400%s\",\"tenureDate\":\"%s\"}".formatted(scenario, date));
  }

  private void billed(String operation, Billing billing, String code) {
    Bill.Line line = operator.sandbox.bill().lines().get(0);
    assertThat(line.vendor()).isEqualTo("camara");
    assertThat(line.operation()).isEqualTo(operation);
    assertThat(line.billing()).isEqualTo(billing);
    assertThat(line.vendorCode()).isEqualTo(code);
    assertThat(line.requestId()).isEqualTo(Operator.CORRELATOR);
    assertThat(line.contact()).matches("\\+9901\\*{4}0\\d{3}");
  }

  @ParameterizedTest
  @CsvSource({
    "000, active, active, active",
    "009, active, active, active",
    "010, suspended, suspended, suspended",
    "011, active, suspended, throttled",
    "040, active, active, active",
    "050, active, active, active",
    "060, suspended, suspended, suspended",
    "110, active, , active",
    "280, barred, barred, active",
    "290, active, active, in good health",
    "300, active, active, active",
    "400, active, active, active",
  })
  void the_status_is_answered_by_the_table(
      String scenario, String voiceIn, String voiceOut, String data) {
    Http.Reply reply = status(scenario);
    assertThat(reply.status()).isEqualTo(200);
    JsonNode body = Operator.json(reply);
    assertThat(body.path("voiceSmsIn").textValue()).isEqualTo(voiceIn);
    assertThat(body.path("voiceSmsOut").textValue()).isEqualTo(voiceOut);
    assertThat(body.path("dataService").textValue()).isEqualTo(data);
    assertThat(body).hasSize(voiceOut == null ? 2 : 3);
    assertThat(operator.sandbox.bill().charged("retriveSubscriptionStatus")).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "020, 404, IDENTIFIER_NOT_FOUND",
    "030, 404, IDENTIFIER_NOT_FOUND",
    "070, 422, SERVICE_NOT_APPLICABLE",
    "080, 404, IDENTIFIER_NOT_FOUND",
    "090, 404, IDENTIFIER_NOT_FOUND",
    "200, 400, INVALID_ARGUMENT",
    "230, 503, UNAVAILABLE",
    "250, 429, QUOTA_EXCEEDED",
    "260, 429, TOO_MANY_REQUESTS",
    "420, 403, PERMISSION_DENIED",
    "430, 400, NOT_ON_ANY_PAGE",
    "440, 500, INTERNAL",
    "450, 502, BAD_GATEWAY",
    "451, 504, TIMEOUT",
  })
  void what_is_refused_is_free_and_named_by_status_and_code(
      String scenario, int status, String code) {
    Http.Reply reply = status(scenario);
    assertThat(reply.status()).isEqualTo(status);
    JsonNode body = Operator.json(reply);
    assertThat(body.path("status").asInt()).isEqualTo(status);
    assertThat(body.path("code").textValue()).isEqualTo(code);
    assertThat(body.path("message").textValue()).isNotEmpty();
    assertThat(body).hasSize(3);
    billed("retriveSubscriptionStatus", Billing.FREE, code);
  }

  @Test
  void a_gateway_in_front_says_too_fast_by_a_number_and_403() {
    Http.Reply reply = status("269");
    assertThat(reply.status()).isEqualTo(403);
    assertThat(reply.body()).isEqualTo("{\"code\":53,\"message\":\"Too many requests\"}");
  }

  @ParameterizedTest
  @CsvSource({"240, 503", "270, 429"})
  void what_happens_once_is_good_ever_after_for_each_operation(String scenario, int status) {
    assertThat(status(scenario).status()).isEqualTo(status);
    assertThat(status(scenario).status()).isEqualTo(200);
    assertThat(tenure(scenario, "2026-01-01").status()).isEqualTo(status);
  }

  @Test
  void the_number_of_another_operator_is_not_known() {
    String body = "{\"phoneNumber\":\"+8613800138000\"}";
    assertThat(operator.ask(STATUS, token, body).status()).isEqualTo(404);
    assertThat(operator.ask(STATUS, token, body).body()).contains("IDENTIFIER_NOT_FOUND");
  }

  @Test
  void both_spellings_of_the_path_are_one_operation() {
    String path = "/subscription-status/v0.1/retrieve-subscription-status";
    String body = "{\"phoneNumber\":\"+990123400000\"}";
    assertThat(operator.ask(path, token, body).status()).isEqualTo(200);
    assertThat(operator.sandbox.bill().charged("retriveSubscriptionStatus")).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "000, 2024-05-21, true",
    "000, 2024-05-20, false",
    "000, 2026-11-21, true",
    "010, 2025-05-21, true",
    "010, 2025-05-20, false",
    "020, 2026-02-21, true",
    "020, 2026-02-20, false",
    "030, 2026-07-21, true",
    "030, 2026-07-20, false",
    "040, 2026-10-21, true",
    "040, 2026-10-20, false",
  })
  void the_tenure_is_true_from_the_day_on_that_the_contract_began(
      String scenario, String date, boolean kept) {
    JsonNode body = Operator.json(tenure(scenario, date));
    assertThat(body.path("tenureDateCheck").isBoolean()).isTrue();
    assertThat(body.path("tenureDateCheck").booleanValue()).isEqualTo(kept);
    assertThat(body.path("contractType").asText()).isEqualTo("PAYM");
    billed("checkTenure", Billing.CHARGED, Boolean.toString(kept));
  }

  @ParameterizedTest
  @CsvSource({"001, PAYG", "002, Business", "290, on a napkin"})
  void a_contract_is_of_one_kind_for_each_last_digit(String scenario, String contract) {
    JsonNode body = Operator.json(tenure(scenario, "2026-01-01"));
    assertThat(body.path("contractType").asText()).isEqualTo(contract);
  }

  @ParameterizedTest
  @CsvSource({"100, '\"true\"'", "110, ''", "280, '\"perhaps\"'"})
  void the_tenure_can_be_put_as_no_page_has_it(String scenario, String verdict) {
    JsonNode body = Operator.json(tenure(scenario, "2026-01-01"));
    assertThat(body.path("tenureDateCheck").toString()).isEqualTo(verdict);
    assertThat(operator.sandbox.bill().charged("checkTenure")).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "000, 2026-11-22, 400, OUT_OF_RANGE",
    "070, 2026-01-01, 422, SERVICE_NOT_APPLICABLE",
    "071, 2026-01-01, 400, OUT_OF_RANGE",
    "080, 2026-01-01, 404, IDENTIFIER_NOT_FOUND",
    "090, 2026-01-01, 404, IDENTIFIER_NOT_FOUND",
    "230, 2026-01-01, 503, UNAVAILABLE",
  })
  void a_tenure_that_is_not_told_is_free(String scenario, String date, int status, String code) {
    Http.Reply reply = tenure(scenario, date);
    assertThat(reply.status()).isEqualTo(status);
    billed("checkTenure", Billing.FREE, code);
  }

  @Test
  void a_day_has_its_allowance_for_each_number_and_operation() {
    try (Operator strict = new Operator(Operator.settings().limits(100, 1))) {
      String good = strict.twoLegged(STATUS_SCOPE);
      String body = "{\"phoneNumber\":\"+990123400000\"}";
      assertThat(strict.ask(STATUS, good, body).status()).isEqualTo(200);
      Http.Reply second = strict.ask(STATUS, good, body);
      assertThat(second.status()).isEqualTo(429);
      assertThat(Operator.json(second).path("code").asText()).isEqualTo("QUOTA_EXCEEDED");
    }
  }
}
