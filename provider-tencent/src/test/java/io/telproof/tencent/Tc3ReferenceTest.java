package io.telproof.tencent;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.Sensitive;
import io.telproof.spi.http.Credentials;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.junit.jupiter.api.Test;

/** The signer beside the vendor's page, written down once more and as plainly as can be. */
class Tc3ReferenceTest {
  private static final List<Credentials> KEYS =
      List.of(
          Credentials.of(Sensitive.of("AKIDone"), Sensitive.of("first-secret")),
          Credentials.of(Sensitive.of("AKIDtwo"), Sensitive.of("second-secret-\u00e9")),
          Credentials.of(Sensitive.of("AKIDone"), Sensitive.of("third-secret")));

  private final Tc3Signer signer = new Tc3Signer("faceid");

  @Test
  void any_request_with_any_key_on_any_day_has_the_signature_of_the_page() throws Exception {
    Random random = new Random(20261126);
    for (int i = 0; i < 400; i++) {
      assertSignedByThePage(random);
    }
  }

  /** Keys change while requests are signed, and each thread has its own. */
  @Test
  void threads_that_sign_with_different_keys_at_the_same_time_do_not_disturb_one_another()
      throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<?>> all = new ArrayList<>();
      for (int thread = 0; thread < 4; thread++) {
        Random random = new Random(thread);
        all.add(
            threads.submit(
                () -> {
                  for (int i = 0; i < 200; i++) {
                    assertSignedByThePage(random);
                  }
                  return null;
                }));
      }
      for (Future<?> each : all) {
        each.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private void assertSignedByThePage(Random random) throws Exception {
    String host = random.nextBoolean() ? "faceid.example.com" : "127.0.0.1:8080";
    String query = random.nextBoolean() ? "" : "a=" + random.nextInt(100) + "&b=%20";
    String action = " Mobile" + random.nextInt(1000) + "\tStatus ";
    byte[] body = new byte[random.nextInt(300)];
    random.nextBytes(body);
    Credentials key = KEYS.get(random.nextInt(KEYS.size()));
    Instant at = Instant.ofEpochSecond(1_795_651_200L + random.nextInt(5) * 43_199L);
    Request request =
        new Request.Builder()
            .url("http://" + host + "/" + (query.isEmpty() ? "" : "?" + query))
            .header("Content-Type", "application/JSON; charset=utf-8")
            .header("X-TC-Action", action)
            .header("X-Other", "not signed")
            .post(RequestBody.EMPTY)
            .build();

    Request signed = signer.sign(request, body, key, at, "");

    assertThat(signed.header("Authorization"))
        .isEqualTo(authorization(host, query, action, body, key, at));
    assertThat(signed.header("X-TC-Timestamp")).isEqualTo("" + at.getEpochSecond());
    assertThat(signed.header("Host")).isEqualTo(host);
    assertThat(signed.header("X-Other")).isEqualTo("not signed");
  }

  private static String authorization(
      String host, String query, String action, byte[] body, Credentials key, Instant at)
      throws Exception {
    String date = DateTimeFormatter.ISO_LOCAL_DATE.withZone(ZoneOffset.UTC).format(at);
    String canonical =
        "POST\n/\n"
            + query
            + "\ncontent-type:application/json; charset=utf-8\nhost:"
            + host
            + "\nx-tc-action:"
            + action.strip().toLowerCase(Locale.ROOT)
            + "\n\ncontent-type;host;x-tc-action\n"
            + sha256(body);
    String scope = date + "/faceid/tc3_request";
    String toSign =
        "TC3-HMAC-SHA256\n"
            + at.getEpochSecond()
            + "\n"
            + scope
            + "\n"
            + sha256(canonical.getBytes(UTF_8));
    byte[] dated = hmac(("TC3" + key.secret().reveal()).getBytes(UTF_8), date);
    byte[] signing = hmac(hmac(dated, "faceid"), "tc3_request");
    return "TC3-HMAC-SHA256 Credential="
        + key.id().reveal()
        + "/"
        + scope
        + ", SignedHeaders=content-type;host;x-tc-action, Signature="
        + HexFormat.of().formatHex(hmac(signing, toSign));
  }

  private static String sha256(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  private static byte[] hmac(byte[] key, String message) throws Exception {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    return mac.doFinal(message.getBytes(UTF_8));
  }

  @Test
  void no_nonce_is_made_for_it_and_its_text_holds_no_key() {
    assertThat(signer.takesNonce()).isFalse();
    Request request =
        new Request.Builder()
            .url("https://faceid.example.com/")
            .header("Content-Type", "application/json")
            .header("X-TC-Action", "MobileStatus")
            .build();
    signer.sign(request, new byte[0], KEYS.get(0), Instant.EPOCH, "");
    assertThat(signer).asString().doesNotContain("first-secret", "AKIDone");
  }
}
