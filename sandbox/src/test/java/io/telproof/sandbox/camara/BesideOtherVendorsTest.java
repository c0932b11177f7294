package io.telproof.sandbox.camara;

import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.sandbox.Http;
import io.telproof.sandbox.KeyRing;
import io.telproof.sandbox.ReceivedRequest;
import io.telproof.sandbox.Sandbox;
import io.telproof.sandbox.alibaba.AlibabaVendor;
import io.telproof.sandbox.tencent.TencentVendor;
import java.io.IOException;
import okhttp3.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Three vendors on one port, told apart by their protocols. */
final class BesideOtherVendorsTest {

  @ParameterizedTest
  @CsvSource({
    "/, X-TC-Action, MobileStatus, tencent",
    "/, x-acs-action, MobileOnlineStatus, alibaba",
    "/oauth2/token, Accept, */*, camara",
    "/kyc-match/v0.4/match, Authorization, Bearer x, camara",
    "/subscription-status/v0.1/, Accept, */*, camara",
    "/device-reachability-status/v1/retrieve, Accept, */*, camara",
    "/one-time-password-sms/v1/send-code, Accept, */*, camara",
  })
  void a_request_is_answered_by_the_vendor_whose_protocol_it_speaks(
      String path, String header, String value, String vendor) throws IOException {
    try (Sandbox sandbox =
        Sandbox.start(new CamaraVendor(), new TencentVendor(), new AlibabaVendor())) {
      Http.send(new Request.Builder().url(sandbox.endpoint() + path).header(header, value).build());

      assertThat(sandbox.heard()).extracting(ReceivedRequest::vendor).containsExactly(vendor);
    }
  }

  @Test
  void its_clients_stand_among_the_keys_one_in_use_one_to_rotate_to_and_one_revoked()
      throws IOException {
    CamaraVendor vendor = new CamaraVendor();
    try (Sandbox sandbox = Sandbox.start(vendor)) {
      assertThat(vendor.keys().keys())
          .extracting(KeyRing.Key::id)
          .containsExactly(
              CamaraVendor.CREDENTIALS.clientId(),
              CamaraVendor.SECOND_CREDENTIALS.clientId(),
              CamaraVendor.REVOKED_CREDENTIALS.clientId());
      String id = CamaraVendor.CREDENTIALS.clientId();
      assertThat(Http.post(sandbox, "/keys/" + id + "/revoke").status()).isEqualTo(200);
      assertThat(Http.get(sandbox, "/keys").body())
          .contains(
              "{\"vendor\":\"camara\",\"id\":\""
                  + id
                  + "\",\"secret\":\""
                  + CamaraVendor.CREDENTIALS.clientSecret()
                  + "\",\"token\":null,\"state\":\"revoked\"}");
      assertThat(vendor.keys().isRevoked(CamaraVendor.SECOND_CREDENTIALS.clientId())).isFalse();
      assertThat(vendor.keys().isRevoked(CamaraVendor.REVOKED_CREDENTIALS.clientId())).isTrue();
    }
  }
}
