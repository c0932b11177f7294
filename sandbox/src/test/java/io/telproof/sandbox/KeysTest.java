package io.telproof.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.telproof.sandbox.alibaba.AlibabaVendor;
import io.telproof.sandbox.tencent.TencentVendor;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How the vendors answer to each state of a key is held by the tests of their signatures. */
final class KeysTest {
  private static final String ID = TencentVendor.CREDENTIALS.secretId();

  private final TencentVendor tencent = new TencentVendor();
  private final Sandbox sandbox = Sandbox.start(tencent, new AlibabaVendor());

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void each_vendor_has_a_key_in_use_one_to_rotate_to_a_temporary_and_a_revoked_one()
      throws IOException {
    JsonNode keys = new ObjectMapper().readTree(Http.get(sandbox, "/keys").body());
    assertThat(keys).hasSize(8);
    assertThat(keys.findValuesAsText("vendor")).containsOnly("tencent", "alibaba");
    assertThat(keys.findValuesAsText("state"))
        .containsExactly(
            "accepted",
            "accepted",
            "accepted",
            "revoked",
            "accepted",
            "accepted",
            "accepted",
            "revoked");
    assertThat(keys.get(0).path("id").asText()).isEqualTo(ID);
    assertThat(keys.get(0).path("secret").asText())
        .isEqualTo(TencentVendor.CREDENTIALS.secretKey());
    assertThat(keys.get(0).path("token").isNull()).isTrue();
    assertThat(keys.get(2).path("token").asText()).isEqualTo("telproof-sandbox-token");
  }

  @Test
  void a_key_is_revoked_and_restored_over_http() throws IOException {
    assertThat(Http.post(sandbox, "/keys/" + ID + "/revoke").status()).isEqualTo(200);
    assertThat(tencent.keys().isRevoked(ID)).isTrue();
    assertThat(Http.get(sandbox, "/keys").body())
        .contains("\"id\":\"" + ID + "\",")
        .containsPattern("\"id\":\"" + ID + "\"[^}]*\"state\":\"revoked\"");
    assertThat(Http.post(sandbox, "/keys/" + ID + "/restore").status()).isEqualTo(200);
    assertThat(tencent.keys().isRevoked(ID)).isFalse();
    assertThat(sandbox.bill().requests()).isZero();
  }

  @Test
  void a_key_that_nobody_has_is_not_found() throws IOException {
    assertThat(Http.post(sandbox, "/keys/none/revoke").status()).isEqualTo(404);
    assertThat(Http.post(sandbox, "/keys/" + ID + "/burn").status()).isEqualTo(404);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> tencent.keys().revoke("none"))
        .withMessage("there is no key of this id");
  }

  @Test
  void a_key_prints_without_its_secret_and_its_token() {
    assertThat(tencent.keys().keys().toString())
        .contains(ID)
        .doesNotContain(TencentVendor.CREDENTIALS.secretKey(), "telproof-sandbox-token");
  }
}
