package io.telproof.sandbox.tencent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.telproof.sandbox.Billing;
import io.telproof.sandbox.HandClock;
import io.telproof.sandbox.Sandbox;
import io.telproof.sandbox.SandboxOptions;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the three faceid actions answer, by magic number: the wire, laid beside the pages. */
final class TencentAnswersTest {

  private final HandClock clock = new HandClock("2026-11-21T12:00:00Z");
  private final Sandbox sandbox =
      Sandbox.start(
          SandboxOptions.of(new TencentVendor(TencentSettings.published().limits(1000, 1000)))
              .at(clock));
  private Tc3Client client = Tc3Client.of(sandbox, clock.instant());

  @BeforeEach
  void reset() {
    client = Tc3Client.of(sandbox, clock.instant());
  }

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          00 | "0"   | 0                | CHARGED
          01 | "0"   | 1                | CHARGED
          02 | "0"   | 2                | CHARGED
          03 | "0"   | 3                | CHARGED
          04 | "0"   | 4                | CHARGED
          05 | "0"   | 5                | CHARGED
          06 | "0"   | 4                | CHARGED
          07 | "0"   | 99               | CHARGED
          08 | "-1"  | 99               | FREE
          09 | "-13" | 99               | FREE
          10 | 0     | "0"              | CHARGED
          11 | "0"   | 42               | CHARGED
          12 | "0"   | 0                | CHARGED
          20 | "-2"  | 99               | FREE
          21 | "0"   | 0                | CHARGED
          23 | "-3"  | 99               | FREE
          25 | "-4"  | 99               | FREE
          28 | "-77" | 99               | UNSTATED
          29 | "0"   | "in good health" | CHARGED
          30 | "0"   | 0                | CHARGED
          50 | "0"   | 0                | CHARGED
          80 | "0"   | 0                | CHARGED
          99 | "0"   | 0                | CHARGED
          """)
  void the_status_is_answered_by_the_table(
      String scenario, String result, String statusCode, Billing billing) {
    JsonNode reply = client.status("13800138" + scenario + "0");

    assertThat(reply.path("Result")).hasToString(result);
    assertThat(reply.path("StatusCode")).hasToString(statusCode);
    billed(reply, "MobileStatus", billing);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          00 | "0"   | "[24,+)"           | CHARGED
          01 | "0"   | "[12,24)"          | CHARGED
          02 | "0"   | "[6,12)"           | CHARGED
          03 | "0"   | "[3,6)"            | CHARGED
          04 | "0"   | "[0,3)"            | CHARGED
          05 | "0"   | "[24,+)"           | CHARGED
          07 | "-3"  | ""                 | CHARGED
          08 | "-2"  | ""                 | CHARGED
          09 | "-13" | ""                 | FREE
          10 | 0     | "(24,+]"           | CHARGED
          11 | "0"   | ""                 | CHARGED
          12 | "0"   | "(3,6]"            | CHARGED
          20 | "-1"  | ""                 | FREE
          23 | "-4"  | ""                 | FREE
          25 | "-5"  | ""                 | FREE
          28 | "-77" | ""                 | UNSTATED
          29 | "0"   | "two years or so"  | CHARGED
          """)
  void the_tenure_is_answered_by_the_table(
      String scenario, String result, String range, Billing billing) {
    JsonNode reply = client.tenure("13800138" + scenario + "0");

    assertThat(reply.path("Result")).hasToString(result);
    assertThat(reply.path("Range")).hasToString(range);
    billed(reply, "MobileNetworkTimeVerification", billing);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          00 | "0"   | "mobile"            | CHARGED
          01 | "-4"  | "mobile"            | CHARGED
          02 | "-4"  | "mobile"            | CHARGED
          03 | "-4"  | "mobile"            | CHARGED
          04 | "-4"  | "mobile"            | CHARGED
          05 | "0"   | "mobile"            | CHARGED
          07 | "-10" | ""                  | FREE
          08 | "-9"  | ""                  | FREE
          09 | "-13" | ""                  | FREE
          10 | 0     | "China Unicom"      | CHARGED
          11 | "0"   | ""                  | CHARGED
          12 | "-5"  | "mobile"            | CHARGED
          13 | "-1"  | "mobile"            | CHARGED
          14 | "-2"  | "mobile"            | CHARGED
          15 | "-3"  | "mobile"            | CHARGED
          16 | "-4"  | "mobile"            | CHARGED
          20 | "-6"  | ""                  | FREE
          21 | "-7"  | ""                  | FREE
          22 | "-8"  | ""                  | FREE
          23 | "-11" | ""                  | FREE
          25 | "-12" | ""                  | FREE
          28 | "-77" | ""                  | UNSTATED
          29 | "0"   | ["mobile","or so"]  | CHARGED
          30 | "0"   | "移动"               | CHARGED
          31 | "0"   | "联通"               | CHARGED
          32 | "0"   | "电信"               | CHARGED
          33 | "0"   | "广电"               | CHARGED
          """)
  void the_identity_is_answered_by_the_table(
      String scenario, String result, String isp, Billing billing) {
    JsonNode reply = client.identity("13800138" + scenario + "0");

    assertThat(reply.path("Result")).hasToString(result);
    assertThat(reply.path("Isp")).hasToString(isp);
    assertThat(reply.has("ResultDetail")).isFalse();
    billed(reply, "PhoneVerification", billing);
  }

  private void billed(JsonNode reply, String operation, Billing billing) {
    assertThat(sandbox.bill().lines()).hasSize(1);
    var line = sandbox.bill().lines().get(0);
    assertThat(line.billing()).isEqualTo(billing);
    assertThat(line.operation()).isEqualTo(operation);
    assertThat(line.requestId()).isEqualTo(reply.path("RequestId").asText()).isNotEmpty();
    assertThat(line.vendorCode()).isEqualTo(reply.path("Result").asText());
    assertThat(line.contact()).matches("138\\*{4}\\d{4}");
  }

  @ParameterizedTest
  @CsvSource({
    "26, RequestLimitExceeded",
    "40, UnauthorizedOperation.Arrears",
    "41, UnauthorizedOperation.Nonactivated",
    "42, AuthFailure.UnauthorizedOperation",
    "43, FailedOperation.NotOnAnyPage",
    "44, InternalError",
    "45, FailedOperation.UnKnown",
    "46, UnauthorizedOperation.NonAuthorize",
    "47, UnauthorizedOperation.ChargeStatusException",
  })
  void trouble_with_the_account_is_an_error_in_every_action(String scenario, String code) {
    String number = "13800138" + scenario + "0";

    assertThat(Tc3Client.error(client.status(number))).contains(code);
    assertThat(Tc3Client.error(client.tenure(number))).contains(code);
    assertThat(Tc3Client.error(client.identity(number))).contains(code);
    assertThat(sandbox.bill().lines())
        .allMatch(line -> line.billing() == Billing.FREE && line.vendorCode().equals(code));
  }

  @Test
  void busy_once_is_good_the_second_time_for_each_action_and_number() {
    assertThat(client.status("13800138240").path("Result").asText()).isEqualTo("-3");
    assertThat(client.status("13800138240").path("Result").asText()).isEqualTo("0");
    assertThat(client.status("13800138240").path("Result").asText()).isEqualTo("0");
    assertThat(client.status("13800138241").path("Result").asText()).isEqualTo("-3");
    assertThat(client.tenure("13800138240").path("Result").asText()).isEqualTo("-4");
    assertThat(client.identity("13800138240").path("Result").asText()).isEqualTo("-11");
  }

  @Test
  void throttled_once_is_good_the_second_time() {
    assertThat(Tc3Client.error(client.status("13800138270"))).contains("RequestLimitExceeded");
    assertThat(client.status("13800138270").path("Result").asText()).isEqualTo("0");
  }

  @ParameterizedTest
  @CsvSource({"30", "31", "32", "33"})
  void a_carrier_has_several_spellings_by_the_last_digit(String scenario) {
    Set<String> spellings = new HashSet<>();
    for (int digit = 0; digit <= 9; digit++) {
      spellings.add(client.identity("13800138" + scenario + digit).path("Isp").asText());
    }
    assertThat(spellings).hasSizeGreaterThanOrEqualTo(7).doesNotContain("");
  }

  @ParameterizedTest
  @CsvSource({"+8613800138000", "8613800138000", "1380013800", "138001380001", "abc", "''"})
  void a_number_that_is_not_eleven_digits_has_the_wrong_form(String number) {
    assertThat(client.status(number).path("Result").asText()).isEqualTo("-2");
    assertThat(client.tenure(number).path("Result").asText()).isEqualTo("-1");
    assertThat(client.identity(number).path("Result").asText()).isEqualTo("-6");
  }

  @Test
  void a_number_outside_the_table_is_plainly_good() {
    assertThat(client.status("18912345678").path("StatusCode").asInt(-1)).isZero();
    assertThat(client.tenure("18912345678").path("Range").asText()).isEqualTo("[24,+)");
    assertThat(client.identity("18912345678").path("Result").asText()).isEqualTo("0");
  }

  @Test
  void the_documented_example_with_its_wrong_check_digit_is_accepted() {
    assertThat(client.identity("16137688175").path("Result").asText()).isEqualTo("0");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                                          | MissingParameter
          {"Mobile":null}                             | MissingParameter
          {"Mobile":13800138000}                      | InvalidParameter
          {"Mobile":"13800138000","Extra":1}          | UnknownParameter
          {"Mobile":"13800138000","Encryption":"x"}   | InvalidParameter
          {"Mobile":"13800138000","Mobile":"1"}       | InvalidParameter
          {"Mobile":"13800138000"                     | InvalidParameter
          []                                          | InvalidParameter
          x                                           | InvalidParameter
          """)
  void parameters_are_held_against_the_page(String body, String code) {
    assertThat(Tc3Client.error(client.ask("MobileStatus", body))).contains(code);
    assertThat(sandbox.bill().charged()).isZero();
  }

  @Test
  void an_empty_body_is_not_json() {
    assertThat(Tc3Client.error(client.ask("MobileStatus", ""))).contains("InvalidParameter");
  }

  @ParameterizedTest
  @CsvSource({
    "faceid, MobileStat, 2018-03-01, InvalidAction",
    "faceid, MobileStatus, 2018-08-08, NoSuchVersion",
    "cvm, MobileStatus, 2018-03-01, NoSuchProduct",
  })
  void what_is_not_offered_is_refused_in_the_vendors_words(
      String service, String action, String version, String code) {
    JsonNode reply = client.service(service).ask(action, version, "{\"Mobile\":\"13800138000\"}");
    assertThat(Tc3Client.error(reply)).contains(code);
  }

  @ParameterizedTest
  @CsvSource({
    "01, OtherMismatch",
    "02, PhoneNameMismatch",
    "03, PhoneIdCardMismatch",
    "04, PhoneNameIdCardMismatch",
    "16, NameIdCardMismatch",
  })
  void the_mainland_says_in_detail_what_differs(String scenario, String detail) {
    Tc3Client mainland = client.host("faceid.tencentcloudapi.com");
    String number = "13800138" + scenario + "0";

    JsonNode detailed = mainland.identity(number, ",\"VerifyMode\":\"1\"");
    assertThat(detailed.path("ResultDetail").asText()).isEqualTo(detail);
    assertThat(mainland.identity(number, ",\"VerifyMode\":\"0\"").has("ResultDetail")).isFalse();
  }

  @Test
  void a_detailed_match_has_no_detail() {
    JsonNode reply =
        client.host("faceid.tencentcloudapi.com").identity("13800138000", ",\"VerifyMode\":\"1\"");
    assertThat(reply.path("Result").asText()).isEqualTo("0");
    assertThat(reply.has("ResultDetail")).isFalse();
  }

  @Test
  void the_international_edition_does_not_know_the_mode() {
    JsonNode reply = client.identity("13800138020", ",\"VerifyMode\":\"1\"");
    assertThat(Tc3Client.error(reply)).contains("UnknownParameter");
  }

  @ParameterizedTest
  @CsvSource({
    "faceid.intl.tencentcloudapi.com, , mobile, Authentication passed",
    "faceid.intl.tencentcloudapi.com, zh-CN, 移动, 认证通过",
    "faceid.tencentcloudapi.com, , 移动, 认证通过",
    "faceid.ap-guangzhou.tencentcloudapi.com, , 移动, 认证通过",
    "faceid.tencentcloudapi.com, en-US, mobile, Authentication passed",
  })
  void the_language_follows_the_edition_unless_it_is_asked_for(
      String host, String language, String isp, String description) {
    Tc3Client there = client.host(host);
    JsonNode reply =
        (language == null ? there : there.with("X-TC-Language", language)).identity("13800138000");

    assertThat(reply.path("Isp").asText()).isEqualTo(isp);
    assertThat(reply.path("Description").asText()).isEqualTo(description);
  }
}
