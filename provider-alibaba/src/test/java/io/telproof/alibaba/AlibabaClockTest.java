package io.telproof.alibaba;

import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.PhoneNumber;
import io.telproof.sandbox.VendorRequest;
import io.telproof.sandbox.alibaba.AlibabaSettings;
import io.telproof.sandbox.alibaba.AlibabaVendor;
import io.telproof.spi.time.HandTime;
import io.telproof.spi.time.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Our clock and the vendor's, and the one repetition that a difference is worth. */
final class AlibabaClockTest {
  private static final PhoneNumber GOOD = PhoneNumber.of("+8613800138000");
  private static final String ACTIVE =
      "{\"Code\":\"200\",\"ResultObject\":{\"BizCode\":\"1\",\"SubCode\":\"101\"}}";

  @ParameterizedTest(name = "by {0}")
  @ValueSource(strings = {"PT16M", "PT-16M", "PT26H", "PT-26H"})
  void a_wrong_clock_is_healed_by_one_more_request_and_stays_healed(Duration ahead) {
    try (Account wrong = Account.open(new AlibabaVendor(), HandTime.wrongBy(ahead), Map.of())) {
      assertThat(tenure(wrong)).isEqualTo("24.. CHARGED");
      assertThat(wrong.sandbox().bill().requests()).isEqualTo(2);
      // The three products have one clock.
      wrong.questions(GOOD).values().forEach(Outcome::of);
      assertThat(wrong.sandbox().bill().requests()).isEqualTo(8);
      assertThat(wrong.sandbox().bill().charged("MobileOnlineTime")).isEqualTo(2);
    }
  }

  @ParameterizedTest(name = "by {0}")
  @ValueSource(strings = {"PT10M", "PT-10M", "PT14M50S", "PT-14M50S"})
  void a_clock_that_is_wrong_by_less_than_the_vendor_allows_needs_no_healing(Duration ahead) {
    try (Account wrong = Account.open(new AlibabaVendor(), HandTime.wrongBy(ahead), Map.of())) {
      assertThat(tenure(wrong)).isEqualTo("24.. CHARGED");
      assertThat(wrong.sandbox().bill().requests()).isEqualTo(1);
    }
  }

  @Test
  void a_vendor_whose_clock_is_wrong_is_followed() {
    AlibabaVendor vendor =
        new AlibabaVendor(AlibabaSettings.published().clockOffset(Duration.ofMinutes(-20)));
    try (Account other = Account.open(vendor)) {
      assertThat(tenure(other)).isEqualTo("24.. CHARGED");
      assertThat(other.sandbox().bill().charged()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"InvalidTimeStamp.Expired", "IllegalTimestamp"})
  void a_refusal_for_the_clock_is_signed_again_for_the_vendors_time_with_another_nonce(
      String code) {
    Duration ahead = Duration.ofHours(3);
    ScriptedVendor vendor = ScriptedVendor.ahead(ahead, refusal(code), ACTIVE);
    try (Account account = Account.open(vendor)) {
      assertThat(status(account)).isEqualTo("ACTIVE UNSTATED 200/1/101");
    }
    List<VendorRequest> sent = vendor.requests();
    assertThat(sent).hasSize(2);
    assertThat(headers(sent, "x-acs-signature-nonce")).doesNotHaveDuplicates();
    assertThat(headers(sent, "Authorization")).doesNotHaveDuplicates();
    assertThat(sent.get(1).body()).isEqualTo(sent.get(0).body());
    Instant second = Instant.parse(headers(sent, "x-acs-date").get(1));
    assertThat(Duration.between(Time.system().now().plus(ahead), second).abs())
        .isLessThan(Duration.ofMinutes(1));
  }

  @Test
  void a_clock_that_is_refused_twice_is_unauthorized_and_not_asked_a_third_time() {
    ScriptedVendor vendor =
        ScriptedVendor.ahead(Duration.ofHours(3), refusal("InvalidTimeStamp.Expired"));
    try (Account account = Account.open(vendor)) {
      assertThat(status(account)).isEqualTo("UNAUTHORIZED FREE InvalidTimeStamp.Expired");
    }
    assertThat(vendor.requests()).hasSize(2);
  }

  @Test
  void a_nonce_that_was_used_is_not_signed_again() {
    ScriptedVendor vendor =
        ScriptedVendor.ahead(Duration.ofHours(3), refusal("SignatureNonceUsed"), ACTIVE);
    try (Account account = Account.open(vendor)) {
      assertThat(status(account)).isEqualTo("INDETERMINATE POSSIBLE SignatureNonceUsed");
    }
    assertThat(vendor.requests()).hasSize(1);
  }

  @Test
  void no_nonce_is_ever_used_twice() {
    ScriptedVendor vendor = ScriptedVendor.saying(ACTIVE);
    try (Account account = Account.open(vendor, Account.unlimited(), Map.of())) {
      for (int i = 0; i < 500; i++) {
        status(account);
      }
    }
    assertThat(headers(vendor.requests(), "x-acs-signature-nonce"))
        .hasSize(500)
        .doesNotHaveDuplicates()
        .allSatisfy(nonce -> assertThat(nonce).matches("[0-9a-f]{32}"));
  }

  private static String tenure(Account account) {
    return Outcome.told(account.question("MobileOnlineTime", GOOD));
  }

  private static String status(Account account) {
    return Outcome.of(() -> account.provider().phoneStatus().orElseThrow().check(GOOD));
  }

  private static List<String> headers(List<VendorRequest> requests, String name) {
    return requests.stream().map(request -> ScriptedVendor.header(request, name)).toList();
  }

  private static String refusal(String code) {
    return "{\"HostId\":\"cloudauth.aliyuncs.com\",\"Code\":\"" + code + "\"}";
  }
}
