package io.telproof.sandbox.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.telproof.sandbox.Http;
import io.telproof.sandbox.KeyRing;
import io.telproof.sandbox.ReceivedRequest;
import io.telproof.sandbox.Sandbox;
import io.telproof.sandbox.alibaba.AlibabaVendor;
import io.telproof.sandbox.camara.CamaraVendor;
import io.telproof.sandbox.tencent.TencentVendor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import okhttp3.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who is let in, where, and how often; and which requests are Twilio's at all. */
final class KeysTest {
  private static final String SID = TwilioVendor.CREDENTIALS.sid();
  private static final String SECRET = TwilioVendor.CREDENTIALS.secret();

  private static String basic(String pair) {
    return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }

  private static String told(Account account, String authorization) {
    Request.Builder request = account.lookup("line_status", Account.NUMBER);
    return Account.told(Account.send(request.header("Authorization", authorization)));
  }

  @Test
  void a_key_that_is_wrong_in_any_way_is_refused_alike() {
    try (Account account = Account.lenient()) {
      assertThat(told(account, basic(SID + ":" + SECRET))).startsWith("200");
      assertThat(told(account, "bAsIc " + basic(SID + ":" + SECRET).substring(6)))
          .startsWith("200");
      for (String wrong :
          List.of(
              "",
              "Basic",
              "Basic ***",
              "Bearer " + SECRET,
              basic(SID),
              basic(SID + ":"),
              basic(SID + ":" + SECRET + "x"),
              basic(SID + ":" + SECRET.substring(1)),
              basic(":" + SECRET),
              basic(SID.toLowerCase(Locale.ROOT) + ":" + SECRET),
              basic(TwilioVendor.SECOND_CREDENTIALS.sid() + ":" + SECRET))) {
        assertThat(told(account, wrong)).as(wrong).isEqualTo("401 20003");
      }
      assertThat(account.sandbox.heard()).filteredOn(ReceivedRequest::signatureGood).hasSize(2);
      Request.Builder twice =
          account.lookup("line_status", Account.NUMBER).addHeader("Authorization", basic("SK1:x"));
      assertThat(Account.told(Account.send(twice))).isEqualTo("401 20003");
    }
  }

  @Test
  void a_key_is_revoked_and_taken_again_and_another_goes_on_meanwhile() {
    try (Account account = Account.lenient()) {
      assertThat(account.vendor.keys().keys())
          .extracting(KeyRing.Key::id)
          .containsExactly(
              SID,
              TwilioVendor.SECOND_CREDENTIALS.sid(),
              TwilioVendor.REVOKED_CREDENTIALS.sid(),
              TwilioVendor.IE1_CREDENTIALS.sid());
      account.vendor.keys().revoke(SID);
      assertThat(told(account, account.basic())).isEqualTo("401 20003");
      assertThat(told(account.with(TwilioVendor.SECOND_CREDENTIALS), account.basic()))
          .startsWith("200");
      account.vendor.keys().restore(SID);
      assertThat(told(account.with(TwilioVendor.CREDENTIALS), account.basic())).startsWith("200");
      assertThat(told(account.with(TwilioVendor.REVOKED_CREDENTIALS), account.basic()))
          .isEqualTo("401 20003");
    }
  }

  @Test
  void a_key_is_good_in_its_own_region_alone_and_Verify_is_in_one_of_them() {
    try (Account account = Account.lenient().with(TwilioVendor.IE1_CREDENTIALS)) {
      assertThat(told(account, account.basic())).isEqualTo("401 20003");
    }
    try (Account ireland =
        new Account(TwilioSettings.defaults().region("ie1")).with(TwilioVendor.IE1_CREDENTIALS)) {
      assertThat(told(ireland, ireland.basic())).startsWith("200");
      assertThat(ireland.found("sim_swap", "+34666666666").path("error_code").isNull()).isTrue();
      assertThat(Account.told(ireland.sendCode(Account.NUMBER))).isEqualTo("404 20404");
      assertThat(told(ireland.with(TwilioVendor.CREDENTIALS), ireland.basic()))
          .isEqualTo("401 20003");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"+34666666666", "+447700900123", "+4915112345678"})
  void numbers_of_Europe_are_asked_about_in_Ireland(String number) {
    try (Account account = Account.lenient()) {
      assertThat(account.found("sim_swap", number).path("error_code").asText()).isEqualTo("60614");
      assertThat(account.found("line_status", number).path("error_code").isNull()).isTrue();
    }
  }

  @Test
  void test_credentials_know_Twilios_own_numbers_free_and_nothing_else() {
    try (Account account =
        new Account(TwilioSettings.defaults().credentials(List.of(TwilioVendor.TEST_CREDENTIALS)))
            .with(TwilioVendor.TEST_CREDENTIALS)) {
      JsonNode swap = account.found("sim_swap", "+12345678901").path("last_sim_swap");
      assertThat(swap.toString())
          .isEqualTo(
              "{\"swapped_period\":\"PT24H\",\"swapped_in_period\":false,"
                  + "\"last_sim_swap_date\":null}");
      JsonNode match =
          account.found("identity_match", "+12345678900", "FirstName", "J", "LastName", "T");
      assertThat(match.path("summary_score").asInt()).isEqualTo(100);
      for (String name : List.of("sim_swap", "identity_match", "reassigned_number")) {
        assertThat(account.found(name, Account.NUMBER).path("error_code").asText())
            .isEqualTo("60622");
        assertThat(account.last().vendorCode()).isEqualTo("60622");
      }
      assertThat(told(account, account.basic())).isEqualTo("403 20008");
      assertThat(Account.told(account.sendCode(Account.NUMBER))).isEqualTo("403 20008");
      assertThat(account.sandbox.bill().charged()).isZero();
    }
  }

  @Test
  void too_many_in_a_second_and_in_a_day_are_told_differently() {
    try (Account account = new Account(TwilioSettings.defaults().limits(2, 3))) {
      assertThat(told(account, account.basic())).startsWith("200");
      assertThat(told(account, account.basic())).startsWith("200");
      assertThat(told(account, account.basic())).isEqualTo("429 20429");
      account.clock.advance(Duration.ofSeconds(1));
      assertThat(told(account, account.basic())).startsWith("200");
      JsonNode fourth = account.found("line_status", Account.NUMBER);
      assertThat(fourth.path("error_code").asText()).isEqualTo("60626");
    }
  }

  @ParameterizedTest(name = "{0} → {1}")
  @CsvSource({
    "/v2/PhoneNumbers/%2B12015550100, twilio",
    "/v2/Services/VA1/Verifications, twilio",
    "/v2/Services/VA1/VerificationCheck, twilio",
    "/kyc-match/v0.4/match, camara",
  })
  void a_request_is_answered_by_the_vendor_whose_path_it_has(String path, String vendor)
      throws IOException {
    try (Sandbox sandbox =
        Sandbox.start(
            new TencentVendor(), new AlibabaVendor(), new CamaraVendor(), new TwilioVendor())) {
      Http.send(new Request.Builder().url(sandbox.endpoint() + path).build());
      assertThat(sandbox.heard()).extracting(ReceivedRequest::vendor).containsExactly(vendor);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/v2/PhoneNumbers/", "/v2/PhoneNumbers", "/v2/Services/VA1", "/v1/PhoneNumbers/1"})
  void a_path_that_is_not_Twilios_is_nobodys(String path) throws IOException {
    try (Sandbox sandbox = Sandbox.start(new TwilioVendor())) {
      assertThat(Http.send(new Request.Builder().url(sandbox.endpoint() + path).build()).status())
          .isEqualTo(404);
      assertThat(sandbox.heard()).isEmpty();
    }
  }

  @Test
  void a_wrong_method_is_refused_and_nothing_shows_its_secret() {
    try (Account account = Account.lenient()) {
      Http.Reply reply =
          Account.send(account.lookup("line_status", Account.NUMBER).method("DELETE", null));
      assertThat(reply.status()).isEqualTo(405);
      assertThat(TwilioVendor.CREDENTIALS.toString()).contains(SID).doesNotContain(SECRET);
    }
  }
}
