package io.telproof.alibaba;

import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.IdentityClaim;
import io.telproof.PhoneNumber;
import io.telproof.sandbox.ReceivedRequest;
import io.telproof.sandbox.alibaba.AlibabaVendor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whatever is asked, the vendor reads it as it was written. */
final class AlibabaRandomTextsTest {
  private static final PhoneNumber GOOD = PhoneNumber.of("+8613800138000");
  private static final long SEED = 20_261_121L;

  @Test
  void ten_thousand_random_names_and_identity_numbers_are_read_back_identically_by_the_vendor() {
    Texts texts = new Texts(SEED);
    List<Map<String, String>> asked = new ArrayList<>();
    try (Account account =
        Account.open(new AlibabaVendor(Account.GENEROUS), Account.unlimited(), Map.of())) {
      for (int run = 0; run < 10_000; run++) {
        // At the two ends something that everybody sees: a claim leaves out what nobody does.
        String name = "名" + texts.next(run % 20) + "名";
        String id = "X" + texts.next(run % 18) + "X";
        asked.add(
            Map.of(
                "Mobile",
                "13800138000",
                "UserName",
                name,
                "IdentifyNum",
                id,
                "ParamType",
                "normal"));
        account.provider().identityMatch().orElseThrow().check(IdentityClaim.of(GOOD, name, id));
      }
      List<ReceivedRequest> heard = account.sandbox().heard();
      assertThat(heard).hasSameSizeAs(asked);
      for (int run = 0; run < asked.size(); run++) {
        assertThat(heard.get(run).fields())
            .as("seed " + SEED + ", run " + run)
            .isEqualTo(asked.get(run));
      }
      assertThat(account.sandbox().bill().charged()).isEqualTo(10_000);
    }
  }

  @Test
  void a_thousand_random_codes_are_read_back_identically_from_the_query() {
    Texts texts = new Texts(SEED);
    try (Account account =
        Account.open(new AlibabaVendor(Account.GENEROUS), Account.unlimited(), Map.of())) {
      for (int run = 0; run < 1_000; run++) {
        String code = "码" + texts.next(run % 9) + "码";
        assertThat(Outcome.told(() -> account.verify(GOOD, code))).isEqualTo("REJECTED FREE");
        List<ReceivedRequest> heard = account.sandbox().heard();
        assertThat(heard.get(heard.size() - 1).fields())
            .as("seed " + SEED + ", run " + run)
            .containsEntry("VerifyCode", code);
      }
    }
  }
}
