package io.telproof.alibaba;

import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.Answer;
import io.telproof.CodeDispatch;
import io.telproof.PhoneNumber;
import io.telproof.sandbox.VendorRequest;
import io.telproof.sandbox.alibaba.AlibabaVendor;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes over the wire, byte for byte. */
final class AlibabaWireTest {
  private static final PhoneNumber GOOD = PhoneNumber.of("+8613800138000");

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "MobileOnlineStatus, 2019-03-07",
    "MobileOnlineTime, 2019-03-07",
    "Mobile3MetaDetailVerify, 2019-03-07",
    "GetPreValidatePhoneId, 2020-06-06"
  })
  void an_operation_with_a_form_sends_it_in_the_body_and_nothing_in_the_address(
      String operation, String version) {
    VendorRequest request = sent(operation, Map.of());
    assertThat(request.method()).isEqualTo("POST");
    assertThat(request.target()).isEqualTo("/");
    assertThat(ScriptedVendor.header(request, "x-acs-action")).isEqualTo(operation);
    assertThat(ScriptedVendor.header(request, "x-acs-version")).isEqualTo(version);
    assertThat(ScriptedVendor.header(request, "Content-Type"))
        .isEqualTo("application/x-www-form-urlencoded");
    assertThat(ScriptedVendor.header(request, "Accept")).isEqualTo("application/json");
    assertThat(request.bodyText()).contains("13800138000");
    assertThat(ScriptedVendor.header(request, "Authorization"))
        .contains(",SignedHeaders=content-type;host;x-acs-action;");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"SendSmsVerifyCode", "CheckSmsVerifyCode"})
  void an_operation_with_query_parameters_sends_no_body_and_no_content_type(String operation) {
    VendorRequest request = sent(operation, Map.of());
    assertThat(request.method()).isEqualTo("POST");
    assertThat(request.path()).isEqualTo("/");
    assertThat(request.query()).contains("PhoneNumber=13800138000");
    assertThat(request.body()).isEmpty();
    assertThat(ScriptedVendor.names(request)).doesNotContain("content-type");
    assertThat(ScriptedVendor.header(request, "x-acs-version")).isEqualTo("2017-05-25");
    assertThat(ScriptedVendor.header(request, "Authorization"))
        .contains(",SignedHeaders=host;x-acs-action;");
  }

  @Test
  void the_query_is_sent_in_its_canonical_spelling() {
    assertThat(sent("CheckSmsVerifyCode", Map.of("schemeName", "a~b *+/东")).query())
        .isEqualTo(
            "CountryCode=86&PhoneNumber=13800138000&SchemeName=a~b%20%2A%2B%2F%E4%B8%9C"
                + "&VerifyCode=123456");
  }

  @Test
  void the_scheme_is_the_same_at_the_sending_and_at_the_check() {
    for (Map<String, String> settings :
        List.of(Map.<String, String>of(), Map.of("schemeName", "shop"))) {
      assertThat(scheme(sent("SendSmsVerifyCode", settings)))
          .isEqualTo(scheme(sent("CheckSmsVerifyCode", settings)))
          .isEqualTo(Optional.ofNullable(settings.get("schemeName")).map(n -> "SchemeName=" + n));
    }
  }

  private static Optional<String> scheme(VendorRequest request) {
    return List.of(request.query().split("&", -1)).stream()
        .filter(pair -> pair.startsWith("SchemeName="))
        .findFirst();
  }

  @Test
  void length_and_validity_of_a_code_are_those_of_the_settings() {
    String query =
        sent("SendSmsVerifyCode", Map.of("codeLength", 8, "codeValidity", Duration.ofSeconds(150)))
            .query();
    assertThat(query)
        .startsWith("CodeLength=8&")
        .endsWith("&ValidTime=150")
        // Whole minutes, and never more than there are.
        .contains("TemplateParam=%7B%22code%22%3A%22%23%23code%23%23%22%2C%22min%22%3A%222%22%7D&");
  }

  private static VendorRequest sent(String operation, Map<String, ?> settings) {
    ScriptedVendor vendor = ScriptedVendor.saying("{\"Code\":\"InternalError\"}");
    try (Account account = Account.open(vendor, Account.unlimited(), settings)) {
      assertThat(Outcome.of(account.question(operation, GOOD)))
          .isEqualTo("INDETERMINATE POSSIBLE InternalError");
    }
    return vendor.requests().get(0);
  }

  @Test
  void a_code_can_be_used_for_as_long_as_the_settings_say_counted_from_before_it_is_sent() {
    Duration validity = Duration.ofMinutes(7);
    try (Account account =
        Account.open(new AlibabaVendor(), Account.unlimited(), Map.of("codeValidity", validity))) {
      Instant before = Instant.now();
      Answer<CodeDispatch> answer = account.provider().codeDelivery().orElseThrow().check(GOOD);
      CodeDispatch sent = ((Answer.Known<CodeDispatch>) answer).value();
      assertThat(sent.handle()).isEmpty();
      assertThat(sent.expiresAt().orElseThrow())
          .isBetween(before.plus(validity), Instant.now().plus(validity));
    }
  }
}
