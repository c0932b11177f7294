package io.telproof.tencent;

import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.Sensitive;
import io.telproof.sandbox.Sandbox;
import io.telproof.sandbox.tencent.TencentVendor;
import io.telproof.spi.http.Credentials;
import io.telproof.spi.time.Time;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What our signer signed is taken by the vendor, and nothing that is one bit away from it is. */
final class TamperedRequestTest {
  private static final byte[] BODY =
      "{\"Mobile\":\"13800138000\"}".getBytes(StandardCharsets.UTF_8);
  private static final Instant NOW = Time.system().now();

  private final Sandbox sandbox = Sandbox.start(new TencentVendor());
  private final OkHttpClient http = new OkHttpClient();

  @AfterEach
  void stop() {
    sandbox.close();
    http.dispatcher().executorService().shutdown();
    http.connectionPool().evictAll();
  }

  @Test
  void a_request_as_it_was_signed_is_answered() throws IOException {
    assertThat(send(signed(), BODY)).contains("\"Result\":\"0\"");
  }

  @Test
  void a_request_with_one_bit_of_its_body_changed_is_refused() throws IOException {
    Random random = new Random(20261121);
    for (int i = 0; i < 40; i++) {
      byte[] changed = BODY.clone();
      int bit = random.nextInt(changed.length * 8);
      changed[bit / 8] ^= (byte) (1 << (bit % 8));
      assertThat(send(signed(), changed))
          .as("bit %d", bit)
          .contains("AuthFailure.SignatureFailure");
    }
  }

  @Test
  void a_request_with_a_signed_header_changed_is_refused() throws IOException {
    assertThat(send(changed("Content-Type", "application/json; charset=utf-9"), BODY))
        .contains("AuthFailure.");
    assertThat(send(changed("X-TC-Action", "MobileStatut"), BODY))
        .contains("AuthFailure.SignatureFailure");
    assertThat(send(changed("Host", "127.0.0.1:1"), BODY)).contains("AuthFailure.SignatureFailure");
  }

  @Test
  void a_request_with_another_time_stamp_is_refused() throws IOException {
    String other = Long.toString(NOW.getEpochSecond() ^ 1);
    assertThat(send(changed("X-TC-Timestamp", other), BODY))
        .contains("AuthFailure.SignatureFailure");
  }

  @Test
  void a_request_with_one_digit_of_its_signature_changed_is_refused() throws IOException {
    String authorization = String.valueOf(signed().header("Authorization"));
    char last = authorization.charAt(authorization.length() - 1);
    String other =
        authorization.substring(0, authorization.length() - 1) + (last == '0' ? '1' : '0');
    assertThat(send(changed("Authorization", other), BODY))
        .contains("AuthFailure.SignatureFailure");
  }

  @Test
  void a_request_signed_more_than_five_minutes_ago_or_ahead_is_refused() throws IOException {
    for (Duration off : new Duration[] {Duration.ofSeconds(310), Duration.ofSeconds(-310)}) {
      assertThat(send(signedAt(NOW.plus(off)), BODY)).contains("AuthFailure.SignatureExpire");
    }
    assertThat(send(signedAt(NOW.minusSeconds(280)), BODY)).contains("\"Result\":\"0\"");
  }

  private Request changed(String header, String value) {
    return signed().newBuilder().header(header, value).build();
  }

  private Request signed() {
    return signedAt(NOW);
  }

  private Request signedAt(Instant at) {
    Request request =
        new Request.Builder()
            .url(sandbox.endpoint().toString())
            .header("Content-Type", "application/json; charset=utf-8")
            .header("X-TC-Action", "MobileStatus")
            .header("X-TC-Version", "2018-03-01")
            .post(RequestBody.EMPTY)
            .build();
    Credentials credentials =
        Credentials.of(
            Sensitive.of(TencentVendor.CREDENTIALS.secretId()),
            Sensitive.of(TencentVendor.CREDENTIALS.secretKey()));
    return new Tc3Signer("faceid").sign(request, BODY, credentials, at, "");
  }

  private String send(Request request, byte[] body) throws IOException {
    try (Response response =
        http.newCall(request.newBuilder().post(RequestBody.create(body)).build()).execute()) {
      return response.body().string();
    }
  }
}
