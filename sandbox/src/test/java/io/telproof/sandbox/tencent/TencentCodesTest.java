package io.telproof.sandbox.tencent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.telproof.sandbox.Billing;
import io.telproof.sandbox.HandClock;
import io.telproof.sandbox.Sandbox;
import io.telproof.sandbox.SandboxOptions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The actions of domain in both editions: a code sent, a code checked. */
final class TencentCodesTest {

  private final HandClock clock = new HandClock("2026-11-21T12:00:00Z");
  private final Sandbox sandbox =
      Sandbox.start(
          SandboxOptions.of(new TencentVendor(TencentSettings.published().limits(1000, 1000)))
              .at(clock));
  private final Tc3Client intl = Tc3Client.of(sandbox, clock.instant()).service("domain");
  private final Tc3Client mainland = intl.host("domain.tencentcloudapi.com");

  @AfterEach
  void stop() {
    sandbox.close();
  }

  private JsonNode send(Site site, String contact) {
    String body = "{\"Type\":%d,\"Code\":\"%s\"}".formatted(type(contact), contact);
    return site == Site.INTL
        ? intl.ask("SendIntlPhoneEmailCode", "2018-08-08", body)
        : mainland.ask("SendPhoneEmailCode", "2018-08-08", body);
  }

  private JsonNode check(Site site, String contact, String code) {
    String body =
        "{\"Type\":%d,\"Code\":\"%s\",\"VerifyCode\":\"%s\"}"
            .formatted(type(contact), contact, code);
    return site == Site.INTL
        ? intl.ask("CreateIntlPhoneEmail", "2018-08-08", body)
        : mainland.ask("CreatePhoneEmail", "2018-08-08", body);
  }

  private static int type(String contact) {
    return contact.contains("@") ? 2 : 1;
  }

  private static void expect(JsonNode reply, @Nullable String code) {
    assertThat(Tc3Client.error(reply).orElse("")).isEqualTo(code == null ? "" : code);
    assertThat(reply.path("RequestId").asText()).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "00, , ",
    "20, InvalidParameterValue.InvalidParameterFormat, InvalidParameter.TelephoneIsInvalid",
    "23, ServiceUnavailable, ServiceUnavailable",
    "25, LimitExceeded, LimitExceeded.RequestLimit",
    "26, RequestLimitExceeded, RequestLimitExceeded",
    "40, , ",
    "42, AuthFailure.UnauthorizedOperation, AuthFailure.UnauthorizedOperation",
    "43, FailedOperation.NotOnAnyPage, FailedOperation.NotOnAnyPage",
    "44, InternalError, InternalError",
    "45, InternalError.JsonMarshal, InternalError",
    "46, InternalError.NeedLogin, FailedOperation.VerifyUinIsRealname",
    "84, InternalError.SendVerifyCodeErr, FailedOperation.SendVerifyCodeIsLimited",
    "87, InternalError.ForbiddenRequest, FailedOperation.ProhibitPhoneEmail",
  })
  void sending_is_answered_by_the_table_of_each_edition(
      String scenario, String atIntl, String atMainland) {
    expect(send(Site.INTL, "13800138" + scenario + "0"), atIntl);
    expect(send(Site.MAINLAND, "13800138" + scenario + "0"), atMainland);
  }

  @ParameterizedTest
  @CsvSource({
    "00, 123456, , ",
    "00, 654321, InternalError.VerifyCodeErr, InvalidParameter.VerifyCodeIsInvalid",
    "80, 123456, InternalError.VerifyCodeErr, InvalidParameter.VerifyCodeIsInvalid",
    "81, 123456, InternalError.VerifyCodeErr, InvalidParameter.VerifyCodeIsInvalid",
    "82, 123456, InternalError.VerifyCodeErr, InvalidParameter.VerifyCodeIsInvalid",
    "83, 123456, InternalError.VerifiedPhoneEmailErr, FailedOperation.DuplicatePhoneEmail",
    "83, 654321, InternalError.VerifiedPhoneEmailErr, FailedOperation.DuplicatePhoneEmail",
    "85, 123456, InternalError.AddPhoneEmailErr, InternalError",
    "86, 123456, InternalError.CheckVerifyCodeErr, InternalError",
    "20, 123456, InvalidParameterValue.InvalidParameterFormat, InvalidParameter.TelephoneIsInvalid",
    "23, 123456, ServiceUnavailable, ServiceUnavailable",
    "28, 123456, , ",
    "46, 123456, InternalError.NeedLogin, UnauthorizedOperation",
  })
  void a_code_is_checked_by_the_table_of_each_edition(
      String scenario, String code, String atIntl, String atMainland) {
    expect(check(Site.INTL, "13800138" + scenario + "0", code), atIntl);
    expect(check(Site.MAINLAND, "13800138" + scenario + "0", code), atMainland);
  }

  @ParameterizedTest
  @CsvSource({
    "someone@example.com, 123456, ",
    "someone@example.com, 000000, InternalError.VerifyCodeErr",
    "scenario-80@example.com, 123456, InternalError.VerifyCodeErr",
    "scenario-83-mine@example.com, 123456, InternalError.VerifiedPhoneEmailErr",
    "nobody, 123456, InvalidParameterValue.InvalidParameterFormat",
    "a@b, 123456, InvalidParameterValue.InvalidParameterFormat",
  })
  void an_address_plays_the_same_scenarios(String address, String code, String error) {
    String body = "{\"Type\":2,\"Code\":\"%s\",\"VerifyCode\":\"%s\"}".formatted(address, code);
    expect(intl.ask("CreateIntlPhoneEmail", "2018-08-08", body), error);
  }

  @Test
  void the_mainland_has_a_code_of_its_own_for_a_wrong_address_and_a_wrong_type() {
    String address = "{\"Type\":2,\"Code\":\"nobody\"}";
    String type = "{\"Type\":3,\"Code\":\"13800138000\"}";

    expect(
        mainland.ask("SendPhoneEmailCode", "2018-08-08", address),
        "InvalidParameter.EmailIsInvalid");
    expect(
        mainland.ask("SendPhoneEmailCode", "2018-08-08", type),
        "InvalidParameter.CodeTypeIsInvalid");
    expect(
        intl.ask("SendIntlPhoneEmailCode", "2018-08-08", type),
        "InvalidParameterValue.InvalidParameterFormat");
  }

  @Test
  void neither_edition_has_the_others_names() {
    String body = "{\"Type\":1,\"Code\":\"13800138000\"}";
    expect(intl.ask("SendPhoneEmailCode", "2018-08-08", body), "InvalidAction");
    expect(mainland.ask("SendIntlPhoneEmailCode", "2018-08-08", body), "InvalidAction");
  }

  @Test
  void a_sandbox_can_be_the_mainland_at_any_address() {
    TencentSettings settings = TencentSettings.published().site(Site.MAINLAND);
    try (Sandbox there = Sandbox.start(SandboxOptions.of(new TencentVendor(settings)).at(clock))) {
      Tc3Client client = Tc3Client.of(there, clock.instant());
      String body = "{\"Type\":1,\"Code\":\"13800138000\"}";

      expect(client.service("domain").ask("SendPhoneEmailCode", "2018-08-08", body), null);
      assertThat(client.identity("13800138000").path("Isp").asText()).isEqualTo("移动");
    }
  }

  @Test
  void the_type_is_a_number_and_not_text() {
    String body = "{\"Type\":\"1\",\"Code\":\"13800138000\"}";
    expect(intl.ask("SendIntlPhoneEmailCode", "2018-08-08", body), "InvalidParameter");
  }

  @Test
  void the_type_is_a_number_in_a_query_by_its_digits() {
    String contact = "&Code=13800138000";
    expect(intl.get("SendIntlPhoneEmailCode", "2018-08-08", "Type=1" + contact), null);
    expect(
        intl.get("SendIntlPhoneEmailCode", "2018-08-08", "Type=one" + contact), "InvalidParameter");
  }

  @Test
  void the_service_is_signed_and_must_be_the_actions() {
    String body = "{\"Type\":1,\"Code\":\"13800138000\"}";
    expect(
        intl.service("faceid").ask("SendIntlPhoneEmailCode", "2018-08-08", body), "NoSuchVersion");
    expect(
        intl.service("faceid").ask("SendIntlPhoneEmailCode", "2018-03-01", body), "InvalidAction");
  }

  @Test
  void no_page_says_what_a_verdict_costs() {
    check(Site.INTL, "13800138000", "123456");
    check(Site.INTL, "13800138000", "000000");
    check(Site.INTL, "13800138860", "123456");

    assertThat(sandbox.bill().lines())
        .extracting(line -> line.billing())
        .containsExactly(Billing.UNSTATED, Billing.UNSTATED, Billing.FREE);
    assertThat(sandbox.bill().lines().get(1).vendorCode()).isEqualTo("InternalError.VerifyCodeErr");
    assertThat(sandbox.bill().lines().get(0).contact()).isEqualTo("138****8000");
    assertThat(sandbox.heard().get(0).fields()).containsEntry("VerifyCode", "123456");
  }
}
