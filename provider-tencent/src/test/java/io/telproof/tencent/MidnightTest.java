package io.telproof.tencent;

import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.Sensitive;
import io.telproof.sandbox.Header;
import io.telproof.sandbox.VendorReply;
import io.telproof.sandbox.VendorRequest;
import io.telproof.sandbox.tencent.TencentVendor;
import io.telproof.spi.http.Credentials;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A signature is for a day in UTC, wherever the machine stands and however near midnight it is. */
final class MidnightTest {
  private static final byte[] BODY =
      "{\"Mobile\":\"13800138000\"}".getBytes(StandardCharsets.UTF_8);

  private final TimeZone before = TimeZone.getDefault();

  @AfterEach
  void restore() {
    TimeZone.setDefault(before);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "UTC",
        "Asia/Shanghai",
        "America/Los_Angeles",
        "Pacific/Kiritimati",
        "Asia/Kathmandu"
      })
  void around_midnight_the_vendor_takes_every_signature(String zone) {
    TimeZone.setDefault(TimeZone.getTimeZone(zone));
    List<Instant> midnights =
        List.of(
            Instant.parse("2026-11-21T00:00:00Z"), // UTC
            Instant.parse("2026-11-20T16:00:00Z"), // Shanghai
            Instant.parse("2026-11-20T08:00:00Z"), // Los Angeles
            Instant.parse("2026-11-20T10:00:00Z"), // Kiritimati
            Instant.parse("2026-11-20T18:15:00Z")); // Kathmandu
    Tc3Signer signer = new Tc3Signer("faceid");
    TencentVendor vendor = new TencentVendor();
    for (Instant midnight : midnights) {
      for (int second = -1; second <= 1; second++) {
        Instant at = midnight.plusSeconds(second);
        VendorReply reply = vendor.answer(request(signer, at), at);
        assertThat(reply.heard().signatureGood()).as("%s in %s", at, zone).isTrue();
      }
    }
  }

  private static VendorRequest request(Tc3Signer signer, Instant at) {
    Request request =
        new Request.Builder()
            .url("https://faceid.intl.tencentcloudapi.com/")
            .header("Content-Type", "application/json; charset=utf-8")
            .header("X-TC-Action", "MobileStatus")
            .header("X-TC-Version", "2018-03-01")
            .post(RequestBody.EMPTY)
            .build();
    Credentials credentials =
        Credentials.of(
            Sensitive.of(TencentVendor.CREDENTIALS.secretId()),
            Sensitive.of(TencentVendor.CREDENTIALS.secretKey()));
    List<Header> headers = new ArrayList<>();
    signer
        .sign(request, BODY, credentials, at, "")
        .headers()
        .forEach(each -> headers.add(new Header(each.getFirst(), each.getSecond())));
    return new VendorRequest("POST", "/", headers, BODY);
  }
}
