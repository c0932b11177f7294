package io.telproof.sandbox.meta;

import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.sandbox.Http;
import io.telproof.sandbox.ReceivedRequest;
import io.telproof.sandbox.Sandbox;
import io.telproof.sandbox.alibaba.AlibabaVendor;
import io.telproof.sandbox.camara.CamaraVendor;
import io.telproof.sandbox.tencent.TencentVendor;
import io.telproof.sandbox.twilio.TwilioVendor;
import java.io.IOException;
import okhttp3.Request;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** All vendors on one port: an operator of CAMARA speaks Bearer too. */
final class OnePortTest {
  @ParameterizedTest
  @CsvSource({
    "/v23.0/1/preverified_numbers, Authorization, Bearer x, meta",
    "/1/preverified_numbers, Accept, */*, meta",
    "/v23.0/1/preverified_numbers?phone_number=%2B1, Accept, */*, meta",
    "/v2/PhoneNumbers/%2B12025550100?Fields=line_status, Authorization, Basic eDp5, twilio",
    "/v2/PhoneNumbers/%2B12025550100, Accept, */*, twilio",
    "/v2/Services/VA00000000000000000000000000000000/Verifications, Accept, */*, twilio",
    "/kyc-match/v0.4/match, Authorization, Bearer x, camara",
    "/oauth2/token, Accept, */*, camara",
    "/, X-TC-Action, MobileStatus, tencent",
    "/, x-acs-action, MobileOnlineStatus, alibaba",
  })
  void a_request_is_answered_by_the_vendor_whose_protocol_it_speaks(
      String target, String header, String value, String vendor) throws IOException {
    try (Sandbox sandbox =
        Sandbox.start(
            new CamaraVendor(),
            new MetaVendor(),
            new TwilioVendor(),
            new TencentVendor(),
            new AlibabaVendor())) {
      Http.send(
          new Request.Builder().url(sandbox.endpoint() + target).header(header, value).build());

      assertThat(sandbox.heard()).extracting(ReceivedRequest::vendor).containsExactly(vendor);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "/v23.0/1/phone_numbers",
    "/v23.0/x/preverified_numbers",
    "/x/1/preverified_numbers",
    "/v23/1/preverified_numbers",
    "/v23.0/1/preverified_numbers/2",
  })
  void another_path_is_not_its(String path) {
    try (Sandbox sandbox = Sandbox.start(new MetaVendor())) {
      assertThat(Http.get(sandbox, path).status()).isEqualTo(404);
      assertThat(sandbox.heard()).isEmpty();
    }
  }
}
