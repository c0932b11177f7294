package io.telproof.tencent;

import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.IdentityClaim;
import io.telproof.PhoneNumber;
import io.telproof.sandbox.tencent.TencentSettings;
import io.telproof.sandbox.tencent.TencentVendor;
import io.telproof.spi.time.Time;
import io.telproof.tencent.TencentSettings.VerifyMode;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The mainland edition, asked to say what differs. */
final class DetailedVerificationTest {
  private final Account account =
      Account.open(
          new TencentVendor(
              TencentSettings.published().site(io.telproof.sandbox.tencent.Site.MAINLAND)),
          Time.system(),
          Map.of("site", Site.MAINLAND, "verifyMode", VerifyMode.DETAILED));

  @AfterEach
  void stop() {
    account.close();
  }

  @ParameterizedTest(name = "SS = {0} → {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "00 | MATCH CHARGED",
        "01 | MISMATCH CHARGED",
        "02 | MISMATCH[NAME] CHARGED",
        "03 | MISMATCH[ID_NUMBER] CHARGED",
        "04 | MISMATCH[NAME, ID_NUMBER] CHARGED",
        "16 | MISMATCH CHARGED",
      })
  void a_mismatch_says_what_differs(String scenario, String told) {
    PhoneNumber number = PhoneNumber.of("+8613800138" + scenario + "0");
    IdentityClaim claim = IdentityClaim.of(number, "韦小宝", "11204416541220243X");
    assertThat(
            CapturedMessages.of(
                () -> account.provider().identityMatch().orElseThrow().check(claim)))
        .isEqualTo(told);
  }

  @Test
  void the_mode_is_sent_only_where_it_was_asked_for() {
    PhoneNumber number = PhoneNumber.of("+8613800138000");
    IdentityClaim claim = IdentityClaim.of(number, "韦小宝", "11204416541220243X");
    account.provider().identityMatch().orElseThrow().check(claim);
    assertThat(account.sandbox().heard().get(0).fields()).containsEntry("VerifyMode", "1");
    try (Account simple = Account.open()) {
      simple.provider().identityMatch().orElseThrow().check(claim);
      assertThat(simple.sandbox().heard().get(0).fields()).doesNotContainKey("VerifyMode");
    }
  }
}
