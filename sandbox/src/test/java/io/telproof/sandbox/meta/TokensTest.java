package io.telproof.sandbox.meta;

import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.sandbox.KeyRing;
import io.telproof.sandbox.Scenario;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whom the simulated Meta lets in. */
final class TokensTest {
  private static final String GOOD = Scenario.PLAIN_GOOD.phoneNumber(0);

  /** Of {@code openssl dgst -sha256 -hmac telproof-sandbox-app-secret}, of the first token. */
  private static final String PROOF =
      "f7380ed7611d69cae1daf028cdff20398a184d940d1a4eb5238557833d191ebf";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Bearer",
        "Bearer EAAnobodys",
        "Basic RUFBdGVscHJvb2ZTYW5kYm94VG9rZW4=",
        "EAAtelproofSandboxToken",
        "Bearer EAAtelproofSandboxTokenX",
        "Bearer EAAtelproofSandboxToken x"
      })
  void who_has_no_token_is_not_heard(String authorization) {
    try (Caller caller = Caller.open()) {
      caller.authorization = authorization;
      assertThat(caller.told("phone_number", GOOD)).isEqualTo("401 190");
      assertThat(caller.sandbox.heard().get(0).signatureGood()).isFalse();
      assertThat(caller.sandbox.heard().get(0).fields()).isEmpty();
    }
  }

  @Test
  void a_revoked_token_is_told_so_and_a_restored_one_is_good_again() {
    try (Caller caller = Caller.open()) {
      KeyRing keys = caller.vendor.keys();
      assertThat(keys.keys())
          .extracting(KeyRing.Key::id)
          .containsExactly("system-user", "second-system-user", "revoked-system-user");
      keys.revoke("system-user");
      assertThat(caller.told("phone_number", GOOD)).isEqualTo("401 190/467");
      keys.restore("system-user");
      assertThat(caller.told("phone_number", GOOD)).isEqualTo("200");
      caller.authorization = "bearer " + MetaVendor.REVOKED_CREDENTIALS.token();
      assertThat(caller.told("phone_number", GOOD)).isEqualTo("401 190/467");
      caller.authorization = "Bearer " + MetaVendor.SECOND_CREDENTIALS.token();
      assertThat(caller.told("phone_number", GOOD)).isEqualTo("200");
    }
  }

  @Test
  void a_proof_has_to_be_right_and_to_be_there_where_the_app_requires_it() {
    for (boolean required : new boolean[] {true, false}) {
      try (Caller caller = new Caller(MetaSettings.defaults().proofRequired(required))) {
        assertThat(caller.told("phone_number", GOOD, "appsecret_proof", PROOF)).isEqualTo("200");
        assertThat(caller.sandbox.heard().get(0).fields()).doesNotContainKey("appsecret_proof");
        for (String wrong : new String[] {"", PROOF.toUpperCase(Locale.ROOT), "0" + PROOF}) {
          assertThat(caller.told("phone_number", GOOD, "appsecret_proof", wrong))
              .isEqualTo("400 100");
        }
        assertThat(caller.told("phone_number", GOOD)).isEqualTo(required ? "400 100" : "200");
        caller.authorization = "Bearer " + MetaVendor.SECOND_CREDENTIALS.token();
        assertThat(caller.told("phone_number", GOOD, "appsecret_proof", PROOF))
            .isEqualTo("400 100");
      }
    }
  }

  @Test
  void credentials_print_no_token() {
    assertThat(MetaSettings.defaults() + " " + MetaVendor.CREDENTIALS)
        .contains("system-user")
        .doesNotContain(MetaVendor.CREDENTIALS.token());
  }
}
