package io.telproof.sandbox.tencent;

import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.sandbox.Http;
import io.telproof.sandbox.ReceivedRequest;
import io.telproof.sandbox.Sandbox;
import io.telproof.sandbox.alibaba.AlibabaVendor;
import java.io.IOException;
import java.time.Instant;
import okhttp3.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Both vendors on one port, told apart by their protocols. */
final class OnePortTest {

  @ParameterizedTest
  @CsvSource({
    "X-TC-Action, MobileStatus, 200, AuthFailure.InvalidAuthorization, tencent",
    "Authorization, TC3-HMAC-SHA256 x, 200, AuthFailure.InvalidAuthorization, tencent",
    "x-acs-action, MobileOnlineStatus, 400, IncompleteSignature, alibaba",
    "Authorization, ACS3-HMAC-SHA256 x, 400, IncompleteSignature, alibaba",
  })
  void a_request_is_refused_by_the_vendor_whose_protocol_it_speaks(
      String header, String value, int status, String code, String vendor) throws IOException {
    try (Sandbox sandbox = Sandbox.start(new TencentVendor(), new AlibabaVendor())) {
      Http.Reply reply =
          Http.send(
              new Request.Builder().url(sandbox.endpoint() + "/").header(header, value).build());

      assertThat(reply.status()).isEqualTo(status);
      assertThat(reply.body()).contains("\"" + code + "\"");
      assertThat(sandbox.heard()).extracting(ReceivedRequest::vendor).containsExactly(vendor);
      assertThat(sandbox.bill().lines().get(0).vendor()).isEqualTo(vendor);
    }
  }

  @Test
  void a_question_is_answered_beside_the_other_vendor_on_the_systems_clock() {
    try (Sandbox sandbox = Sandbox.start(new AlibabaVendor(), new TencentVendor())) {
      Tc3Client client = Tc3Client.of(sandbox, Instant.now());
      assertThat(client.status("13800138000").path("Result").asText()).isEqualTo("0");
    }
  }

  @Test
  void credentials_print_neither_secret_nor_token() {
    assertThat(
            TencentVendor.CREDENTIALS.toString()
                + TencentVendor.TEMPORARY_CREDENTIALS
                + TencentSettings.published()
                + AlibabaVendor.CREDENTIALS
                + AlibabaVendor.TEMPORARY_CREDENTIALS)
        .contains("AKIDtelproofsandbox", "telproof-sandbox-id")
        .doesNotContain("secret", "token");
  }
}
