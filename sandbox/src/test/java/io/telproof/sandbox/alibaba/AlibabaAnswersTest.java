package io.telproof.sandbox.alibaba;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.telproof.sandbox.Billing;
import io.telproof.sandbox.HandClock;
import io.telproof.sandbox.Sandbox;
import io.telproof.sandbox.SandboxOptions;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the six operations answer, by magic number: the wire, laid beside the pages. */
final class AlibabaAnswersTest {

  private final HandClock clock = new HandClock("2026-11-21T12:00:00Z");
  private final Sandbox sandbox =
      Sandbox.start(
          SandboxOptions.of(new AlibabaVendor(AlibabaSettings.published().limits(1000, 1000)))
              .at(clock));
  private final Acs3Client client = Acs3Client.of(sandbox, clock.instant());

  @AfterEach
  void stop() {
    sandbox.close();
  }

  private static String number(String scenario) {
    return "13800138" + (scenario.length() == 2 ? scenario + "0" : scenario);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          00 | "200" | "1" | "101"            | "CMCC"
          01 | "200" | "2" | "201"            | "CMCC"
          02 | "200" | "2" | "202"            | "CMCC"
          03 | "200" | "3" | "301"            | "CMCC"
          04 | "200" | "2" | "203"            | "CMCC"
          05 | "200" | "2" | "203"            | "CMCC"
          06 | "200" | "2" | "204"            | "CMCC"
          07 | "200" | "3" | "301"            | "CMCC"
          08 | "200" | "3" | "301"            | "CMCC"
          09 | "200" | "3" | "301"            | "CMCC"
          10 | 200   | 1   | 101              | "cucc"
          110| "200" | "2" | "299"            | ""
          111| "200" | "2" | "299"            | "UNKNOW"
          28 | "200" | "7" | "701"            | "CMCC"
          29 | "200" | "1" | "in good health" | "CMCC"
          50 | "200" | "1" | "101"            | "CMCC"
          """)
  void the_status_is_answered_by_the_table(
      String scenario, String code, String bizCode, String subCode, String isp) {
    JsonNode body = client.status(number(scenario)).body();

    assertThat(body.path("Code")).hasToString(code);
    assertThat(body.at("/ResultObject/BizCode")).hasToString(bizCode);
    assertThat(body.at("/ResultObject/SubCode")).hasToString(subCode);
    assertThat(body.at("/ResultObject/IspName")).hasToString(isp);
    billed("MobileOnlineStatus", Billing.UNSTATED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          00 | "1" | "5"               | CHARGED
          01 | "1" | "4"               | CHARGED
          02 | "1" | "3"               | CHARGED
          03 | "1" | "2"               | CHARGED
          04 | "1" | "1"               | CHARGED
          05 | "1" | "5"               | CHARGED
          07 | "3" | ""                | FREE
          08 | "3" | ""                | FREE
          09 | "3" | ""                | FREE
          10 | 1   | 5                 | CHARGED
          11 | "1" | ""                | CHARGED
          12 | "1" | "2"               | CHARGED
          28 | "7" | "5"               | UNSTATED
          29 | "1" | "two years or so" | CHARGED
          """)
  void the_tenure_is_answered_by_the_table(
      String scenario, String bizCode, String timeCode, Billing billing) {
    JsonNode body = client.tenure(number(scenario)).body();

    assertThat(body.at("/ResultObject/BizCode")).hasToString(bizCode);
    assertThat(body.at("/ResultObject/TimeCode")).hasToString(timeCode);
    billed("MobileOnlineTime", billing);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          00 | "1" | "101"           | CHARGED
          01 | "2" | "204"           | CHARGED
          02 | "2" | "203"           | CHARGED
          03 | "2" | "202"           | CHARGED
          04 | "2" | "201"           | CHARGED
          05 | "1" | "101"           | CHARGED
          07 | "3" | "301"           | FREE
          08 | "3" | "301"           | FREE
          10 | 1   | 101             | CHARGED
          11 | "1" | "101"           | CHARGED
          12 | "3" | "301"           | FREE
          13 | "2" | "201"           | CHARGED
          14 | "2" | "203"           | CHARGED
          15 | "2" | "202"           | CHARGED
          16 | "2" | "204"           | CHARGED
          28 | "7" | "701"           | UNSTATED
          29 | "2" | "this and that" | CHARGED
          """)
  void the_identity_is_answered_by_the_table(
      String scenario, String bizCode, String subCode, Billing billing) {
    JsonNode body = client.identity(number(scenario)).body();

    assertThat(body.at("/ResultObject/BizCode")).hasToString(bizCode);
    assertThat(body.at("/ResultObject/SubCode")).hasToString(subCode);
    billed("Mobile3MetaDetailVerify", billing);
  }

  private void billed(String operation, Billing billing) {
    assertThat(sandbox.bill().lines()).hasSize(1);
    var line = sandbox.bill().lines().get(0);
    assertThat(line.operation()).isEqualTo(operation);
    assertThat(line.billing()).isEqualTo(billing);
    assertThat(line.contact()).matches("138\\*{4}\\d{4}");
  }

  @ParameterizedTest
  @CsvSource({
    "20, 401",
    "23, 402",
    "25, 403",
    "40, 412",
    "410, 410",
    "420, 411",
    "43, 477",
    "45, 500"
  })
  void trouble_comes_as_a_code_in_the_body_of_every_cloudauth_operation(
      String scenario, String code) {
    for (Acs3Client.Reply reply :
        new Acs3Client.Reply[] {
          client.status(number(scenario)),
          client.tenure(number(scenario)),
          client.identity(number(scenario))
        }) {
      assertThat(reply.status()).isEqualTo(200);
      assertThat(reply.code()).isEqualTo(code);
      assertThat(reply.body().has("ResultObject")).isFalse();
      assertThat(reply.body().path("RequestId").asText()).isNotEmpty();
    }
    Billing billing = code.equals("402") ? Billing.UNSTATED : Billing.FREE;
    assertThat(sandbox.bill().count("MobileOnlineTime", billing)).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"09, 405", "21, 401", "22, 401"})
  void the_identity_has_codes_of_its_own(String scenario, String code) {
    assertThat(client.identity(number(scenario)).code()).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({
    "26, 400, Throttling.User",
    "421, 403, NoPermission",
    "44, 500, InternalError",
    "46, 403, Forbidden.UserVerification",
    "47, 403, Forbidden.RiskControl",
  })
  void trouble_can_come_from_the_gateway(String scenario, int status, String code) {
    Acs3Client.Reply reply = client.status(number(scenario));

    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.code()).isEqualTo(code);
    assertThat(reply.body().has("HostId")).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"30, CMCC", "31, CUCC", "32, CTCC", "33, CBCC"})
  void a_carrier_has_several_spellings_by_the_last_digit(String scenario, String first) {
    Set<String> spellings = new HashSet<>();
    for (int digit = 0; digit <= 9; digit++) {
      spellings.add(
          client.status("13800138" + scenario + digit).body().at("/ResultObject/IspName").asText());
    }
    assertThat(spellings).hasSizeGreaterThanOrEqualTo(5).contains(first);
  }

  @ParameterizedTest
  @ValueSource(strings = {"+8613800138000", "8613800138000", "1380013800", "abc"})
  void a_number_that_is_not_eleven_digits_is_an_illegal_parameter(String number) {
    assertThat(client.status(number).code()).isEqualTo("401");
    assertThat(client.tenure(number).code()).isEqualTo("401");
    assertThat(client.identity(number).code()).isEqualTo("401");
  }

  @Test
  void a_parameter_type_that_no_page_lists_is_illegal() {
    Map<String, String> form = Map.of("Mobile", "13800138000", "ParamType", "NORMAL");
    assertThat(client.cloudauth("MobileOnlineStatus", form).code()).isEqualTo("401");
  }

  @Test
  void an_empty_parameter_is_said_in_the_body_by_cloudauth_and_by_the_gateway_elsewhere() {
    assertThat(client.cloudauth("MobileOnlineStatus", Map.of("ParamType", "normal")).code())
        .isEqualTo("400");
    Acs3Client.Reply reply = client.checkCode("13800138000", "");
    assertThat(reply.code()).isEqualTo("MissingVerifyCode");
    assertThat(reply.status()).isEqualTo(400);
  }

  @Test
  void busy_once_and_throttled_once_are_good_the_second_time() {
    assertThat(client.status(number("24")).code()).isEqualTo("402");
    assertThat(client.status(number("24")).code()).isEqualTo("200");
    assertThat(client.status(number("27")).code()).isEqualTo("Throttling.User");
    assertThat(client.status(number("27")).code()).isEqualTo("200");
    assertThat(client.preValidated("86" + number("24")).code()).isEqualTo("ServiceUnavailable");
    assertThat(client.preValidated("86" + number("24")).code()).isEqualTo("OK");
  }

  @Test
  void a_pre_validated_id_is_opaque_and_beside_another_number() {
    Acs3Client.Reply reply = client.preValidated("8613800138000");

    assertThat(reply.body().path("Code").asText()).isEqualTo("OK");
    assertThat(reply.body().path("Message").asText()).isEqualTo("None");
    assertThat(reply.body().at("/Data/PhoneNumberId")).hasToString("\"2224348000\"");
    assertThat(reply.body().at("/Data/PhoneNumber")).hasToString("\"928000\"");
    assertThat(sandbox.bill().lines().get(0).billing()).isEqualTo(Billing.UNSTATED);
    assertThat(sandbox.heard().get(0).fields()).containsEntry("VerifyCode", "208312");
  }

  @ParameterizedTest
  @CsvSource({
    "20, 400, InvalidParameter",
    "23, 503, ServiceUnavailable",
    "26, 400, System.LimitControl",
    "28, 200, PARTLY",
    "40, 400, InsufficientBalance",
    "41, 400, Product.Unsubscript",
    "42, 400, Ram.PermissionDeny",
    "43, 400, NotOnAnyPage",
    "44, 500, InternalError",
    "45, 500, UnknownError",
    "46, 400, Unknown.ResourceOwnerId",
    "47, 403, Forbidden.RiskControl",
    "25, 200, OK",
    "99, 200, OK",
  })
  void a_pre_validated_number_is_answered_by_the_table(String scenario, int status, String code) {
    Acs3Client.Reply reply = client.preValidated("86" + number(scenario));

    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.code()).isEqualTo(code);
  }

  @Test
  void a_pre_validated_id_comes_in_odd_forms_too() {
    assertThat(client.preValidated("86" + number("10")).body().at("/Data/PhoneNumberId").isNumber())
        .isTrue();
    assertThat(client.preValidated("86" + number("11")).body().path("Data").has("PhoneNumber"))
        .isFalse();
    assertThat(client.preValidated("86" + number("29")).body().at("/Data/PhoneNumberId").isArray())
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"+8613800138000", "13800138000", "86abc", "12"})
  void a_pre_validated_number_has_its_country_code_and_no_plus(String number) {
    assertThat(client.preValidated(number).code()).isEqualTo("InvalidParameter");
  }

  @Test
  void a_code_is_sent_and_charged() {
    Acs3Client.Reply reply = client.sendCode("13800138000", Map.of("OutId", "abc"));

    assertThat(reply.code()).isEqualTo("OK");
    assertThat(reply.body().path("Success").isBoolean()).isTrue();
    assertThat(reply.body().at("/Model/BizId").asText()).isNotEmpty();
    assertThat(reply.body().at("/Model/OutId").asText()).isEqualTo("abc");
    assertThat(reply.body().path("Model").has("VerifyCode")).isFalse();
    assertThat(sandbox.bill().charged("SendSmsVerifyCode")).isEqualTo(1);
    assertThat(
            client
                .sendCode("13800138000", Map.of("ReturnVerifyCode", "true"))
                .body()
                .at("/Model/VerifyCode")
                .asText())
        .isEqualTo("123456");
  }

  @ParameterizedTest
  @CsvSource({
    "200, 200, isv.MOBILE_NUMBER_ILLEGAL",
    "201, 400, MOBILE_NUMBER_ILLEGAL",
    "23, 503, ServiceUnavailable",
    "250, 200, isv.BUSINESS_LIMIT_CONTROL",
    "251, 400, BUSINESS_LIMIT_CONTROL",
    "26, 400, Throttling.User",
    "400, 200, isv.AMOUNT_NOT_ENOUGH",
    "401, 400, AMOUNT_NOT_ENOUGH",
    "410, 200, isv.PRODUCT_UNSUBSCRIBE",
    "411, 200, isv.PRODUCT_UN_SUBSCRIPT",
    "420, 200, isv.RAM_PERMISSION_DENY",
    "421, 403, RamPermissionDeny",
    "43, 400, NotOnAnyPage",
    "44, 500, InternalError",
    "45, 400, UnknowError",
    "46, 403, Forbidden.UserVerification",
    "84, 200, biz.FREQUENCY",
  })
  void sending_is_refused_by_the_table_and_free(String scenario, int status, String code) {
    Acs3Client.Reply reply = client.sendCode(number(scenario));

    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.code()).isEqualTo(code);
    assertThat(sandbox.bill().count("SendSmsVerifyCode", Billing.FREE)).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({
    "CountryCode, 1",
    "CodeLength, 3",
    "CodeLength, 9",
    "CodeLength, four",
    "TemplateParam, code",
    "TemplateParam, '{\"code\":\"4711\"}'",
    "TemplateParam, '[\"##code##\"]'",
  })
  void sending_with_a_parameter_out_of_range_is_invalid(String name, String value) {
    assertThat(client.sendCode("13800138000", Map.of(name, value)).code())
        .isEqualTo("isv.INVALID_PARAMETERS");
  }

  @ParameterizedTest
  @CsvSource({
    "000, 123456, 200, OK, PASS",
    "001, 123456, 200, OK, PASS",
    "000, 654321, 400, isv.ValidateFail, ''",
    "001, 654321, 200, OK, UNKNOWN",
    "800, 123456, 400, isv.ValidateFail, ''",
    "801, 123456, 200, OK, UNKNOWN",
    "808, 123456, 200, isv.ValidateFail, ''",
    "809, 123456, 400, SmsCodeVerifyFail, ''",
    "810, 123456, 400, isv.ValidateFail, ''",
    "811, 123456, 200, OK, UNKNOWN",
    "820, 123456, 200, isv.BUSINESS_LIMIT_CONTROL, ''",
    "830, 123456, 200, OK, PASS",
    "831, 654321, 200, OK, UNKNOWN",
    "860, 123456, 200, isp.SYSTEM_ERROR, ''",
    "280, 123456, 200, OK, PERHAPS",
  })
  void a_code_is_checked_by_the_table_and_free(
      String scenario, String sent, int status, String code, String verifyResult) {
    Acs3Client.Reply reply = client.checkCode(number(scenario), sent);

    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.code()).isEqualTo(code);
    assertThat(reply.body().at("/Model/VerifyResult").asText()).isEqualTo(verifyResult);
    assertThat(sandbox.bill().count("CheckSmsVerifyCode", Billing.FREE)).isEqualTo(1);
  }

  @Test
  void a_check_has_no_request_id_and_may_spell_success_as_text() {
    JsonNode plain = client.checkCode(number("00"), "123456").body();
    JsonNode spelled = client.checkCode(number("10"), "123456").body();

    assertThat(plain.has("RequestId")).isFalse();
    assertThat(plain.path("Success")).hasToString("true");
    assertThat(spelled.path("Success")).hasToString("\"true\"");
    assertThat(sandbox.bill().lines().get(0).requestId()).isEmpty();
  }

  @Test
  void each_operation_has_its_published_limit_and_says_when_there_is_room() {
    try (Sandbox strict = Sandbox.start(SandboxOptions.of(new AlibabaVendor()).at(clock))) {
      Acs3Client there = Acs3Client.of(strict, clock.instant());
      for (int i = 0; i < 10; i++) {
        assertThat(there.preValidated("8613912345678").code()).isEqualTo("OK");
      }
      for (int i = 0; i < 50; i++) {
        assertThat(there.status("13912345678").code()).isEqualTo("200");
      }
      clock.advance(Duration.ofNanos(699_500_000));
      for (Acs3Client.Reply reply :
          new Acs3Client.Reply[] {
            there.preValidated("8613912345678"), there.status("13912345678")
          }) {
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.code()).isEqualTo("Throttling.User");
        assertThat(reply.headers().get("x-acs-retry-after")).isEqualTo("301");
      }
      assertThat(there.tenure("13912345678").code()).isEqualTo("200");
      clock.advance(Duration.ofNanos(300_500_000));
      assertThat(there.preValidated("8613912345678").code()).isEqualTo("OK");
    }
  }

  @Test
  void the_codes_have_limits_of_their_own() {
    AlibabaSettings published = AlibabaSettings.published();
    assertThat(new SendSmsVerifyCode().perSecond(published)).isEqualTo(100);
    assertThat(new CheckSmsVerifyCode().perSecond(published)).isEqualTo(500);
    assertThat(new GetPreValidatePhoneId().perSecond(published.camsPerSecond(50))).isEqualTo(50);
  }

  @Test
  void a_number_is_refused_once_its_days_allowance_is_used_up() {
    try (Sandbox strict =
        Sandbox.start(
            SandboxOptions.of(new AlibabaVendor(AlibabaSettings.published().limits(100, 2)))
                .at(clock))) {
      Acs3Client there = Acs3Client.of(strict, clock.instant());
      assertThat(there.status("13912345678").code()).isEqualTo("200");
      assertThat(there.status("13912345678").code()).isEqualTo("200");
      assertThat(there.status("13912345678").code()).isEqualTo("403");
      assertThat(there.status("13912345679").code()).isEqualTo("200");
    }
  }
}
