package io.telproof.alibaba;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.telproof.Sensitive;
import io.telproof.spi.http.Credentials;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.junit.jupiter.api.Test;

/** The signer beside the vendor's page, written down once more and as plainly as can be. */
class Acs3ReferenceTest {
  private static final List<Credentials> KEYS =
      List.of(
          Credentials.of(Sensitive.of("LTAIone"), Sensitive.of("first-secret")),
          Credentials.of(Sensitive.of("LTAIone"), Sensitive.of("second-secret")),
          new Credentials(
              Sensitive.of("STS.two"),
              Sensitive.of("first-secret"),
              Optional.of(Sensitive.of("a-token"))),
          new Credentials(
              Sensitive.of("STS.two"),
              Sensitive.of("first-secret"),
              Optional.of(Sensitive.of("another-token"))));

  private final Acs3Signer signer = new Acs3Signer();

  @Test
  void any_request_with_any_key_has_the_signature_of_the_page() throws Exception {
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
    byte[] body = new byte[random.nextInt(300)];
    random.nextBytes(body);
    String query = random.nextBoolean() ? "" : "?Mobile=" + random.nextInt(100) + "&b=%20";
    Request.Builder request =
        new Request.Builder()
            .url("http://127.0.0.1:8080/" + query)
            .header("x-acs-action", "Op" + random.nextInt(100))
            .header("x-acs-version", "2019-03-07")
            .header("Accept", "application/json")
            .post(RequestBody.EMPTY);
    if (random.nextBoolean()) {
      request.header("Content-Type", " application/x-www-form-urlencoded ");
    }
    for (int i = random.nextInt(4); i > 0; i--) {
      request.addHeader(random.nextBoolean() ? "X-Acs-More" : "x-acs-more", "v" + i * 7 % 5 + " ");
    }
    Credentials key = KEYS.get(random.nextInt(KEYS.size()));
    Instant at = Instant.ofEpochMilli(1_795_651_200_000L + random.nextInt(5_000));

    Request signed = signer.sign(request.build(), body, key, at, "nonce" + random.nextInt());

    assertThat(signed.header("x-acs-date")).isEqualTo(at.truncatedTo(ChronoUnit.SECONDS) + "");
    assertThat(signed.header("x-acs-security-token"))
        .isEqualTo(key.token().map(Sensitive::reveal).orElse(null));
    assertThat(signed.header("Authorization")).isEqualTo(authorization(signed, body, key));
  }

  /** Of what is sent, without the signature. */
  private static String authorization(Request sent, byte[] body, Credentials key) throws Exception {
    TreeMap<String, String> headers = new TreeMap<>();
    for (String header : sent.headers().names()) {
      String name = header.toLowerCase(Locale.ROOT);
      if (name.startsWith("x-acs-") || name.equals("host") || name.equals("content-type")) {
        headers.put(
            name,
            sent.headers(header).stream()
                .map(String::strip)
                .sorted()
                .collect(Collectors.joining(",")));
      }
    }
    String names = String.join(";", headers.keySet());
    String query = sent.url().encodedQuery() == null ? "" : sent.url().encodedQuery();
    String lines =
        headers.entrySet().stream()
            .map(header -> header.getKey() + ":" + header.getValue() + "\n")
            .collect(Collectors.joining());
    String canonical = "POST\n/\n" + query + "\n" + lines + "\n" + names + "\n" + sha256(body);
    String toSign = "ACS3-HMAC-SHA256\n" + sha256(canonical.getBytes(UTF_8));
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key.secret().reveal().getBytes(UTF_8), "HmacSHA256"));
    return "ACS3-HMAC-SHA256 Credential="
        + key.id().reveal()
        + ",SignedHeaders="
        + names
        + ",Signature="
        + HexFormat.of().formatHex(mac.doFinal(toSign.getBytes(UTF_8)));
  }

  private static String sha256(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  @Test
  void a_key_that_cannot_stand_in_a_header_is_refused_each_time_and_its_text_holds_none() {
    Credentials odd = Credentials.of(Sensitive.of("an id"), Sensitive.of("canary-secret"));
    Request request =
        new Request.Builder().url("https://cams.example.com/").header("x-acs-action", "A").build();
    signer.sign(request, new byte[0], KEYS.get(0), Instant.EPOCH, "n");
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> signer.sign(request, new byte[0], odd, Instant.EPOCH, "n"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageNotContaining("canary");
    }
    assertThat(signer).asString().doesNotContain("first-secret", "LTAIone");
  }
}
