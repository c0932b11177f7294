package io.telproof.alibaba;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.telproof.Sensitive;
import io.telproof.spi.http.Credentials;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.TimeZone;
import java.util.stream.StreamSupport;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The signature, held against the vendor's documentation, its SDK on the wire, and its oracle. */
class Acs3SignerTest {
  private static final Credentials KEY =
      Credentials.of(Sensitive.of("testid"), Sensitive.of("testsecret"));
  private static final Instant AT = Instant.parse("2026-01-02T03:04:05.678Z");
  private static final String NONCE = "0123456789abcdef0123456789abcdef";

  @TestFactory
  List<DynamicTest> every_vector_is_met_and_the_wrong_one_is_not() throws IOException {
    List<JsonNode> vectors = vectors();
    assertThat(vectors).hasSize(11);
    assertThat(vectors)
        .filteredOn(vector -> !vector.path("expectedToMatch").asBoolean())
        .hasSize(1);
    return vectors.stream()
        .map(vector -> dynamicTest(vector.path("name").asText(), () -> check(vector)))
        .toList();
  }

  private static void check(JsonNode vector) {
    String authorization = header(sign(vector), "Authorization");
    assertThat(authorization).isEqualTo(vector.path("computed").path("authorization").asText());
    String expected = "Signature=" + vector.path("expectedSignature").asText();
    if (vector.path("expectedToMatch").asBoolean()) {
      assertThat(authorization).endsWith(expected);
    } else {
      assertThat(authorization).doesNotContain(expected);
    }
  }

  private static Request sign(JsonNode vector) {
    Map<String, String> headers = new LinkedHashMap<>();
    vector
        .path("headers")
        .properties()
        .forEach(e -> headers.put(e.getKey(), e.getValue().asText()));
    Map<String, String> query = new LinkedHashMap<>();
    vector.path("query").properties().forEach(e -> query.put(e.getKey(), e.getValue().asText()));
    String host = headers.getOrDefault("host", "");
    String scheme = host.contains(":") ? "http" : "https";
    String search = query.isEmpty() ? "" : "?" + Rfc3986.parameters(query);
    Request.Builder request = new Request.Builder().url(scheme + "://" + host + "/" + search);
    for (String given : List.of("x-acs-action", "x-acs-version", "x-acs-credentials-provider")) {
      Optional.ofNullable(headers.get(given)).ifPresent(value -> request.header(given, value));
    }
    Optional.ofNullable(headers.get("content-type"))
        .ifPresent(value -> request.header("Content-Type", value));
    String method = vector.path("method").asText();
    request.method(method, method.equals("POST") ? RequestBody.EMPTY : null);
    Request signed =
        new Acs3Signer()
            .sign(
                request.build(),
                vector.path("body").asText().getBytes(StandardCharsets.UTF_8),
                new Credentials(
                    Sensitive.of(vector.path("accessKeyId").asText()),
                    Sensitive.of(vector.path("accessKeySecret").asText()),
                    Optional.ofNullable(headers.get("x-acs-security-token")).map(Sensitive::of)),
                Instant.parse(headers.getOrDefault("x-acs-date", "")),
                headers.getOrDefault("x-acs-signature-nonce", ""));
    headers.forEach((name, value) -> assertThat(signed.header(name)).as(name).isEqualTo(value));
    return signed;
  }

  private static List<JsonNode> vectors() throws IOException {
    try (InputStream file =
        Objects.requireNonNull(Acs3SignerTest.class.getResourceAsStream("/vectors/alibaba.json"))) {
      JsonNode vectors = new ObjectMapper().readTree(file).path("vectors");
      return StreamSupport.stream(vectors.spliterator(), false).toList();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2026-01-02T00:00:00Z,       2026-01-02T00:00:00Z",
    "2026-12-31T23:59:59.999Z,   2026-12-31T23:59:59Z",
    "2026-06-01T12:00:00.000001Z,2026-06-01T12:00:00Z"
  })
  void the_time_is_written_in_UTC_and_in_whole_seconds(Instant at, String written) {
    Request signed = new Acs3Signer().sign(request(), new byte[0], KEY, at, NONCE);
    assertThat(signed.header("x-acs-date")).isEqualTo(written);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Pacific/Kiritimati",
        "Asia/Shanghai",
        "UTC",
        "America/New_York",
        "Pacific/Pago_Pago"
      })
  void the_day_is_that_of_UTC_a_second_before_and_after_its_midnight_in_any_time_zone(String zone) {
    TimeZone before = TimeZone.getDefault();
    TimeZone.setDefault(TimeZone.getTimeZone(zone));
    try {
      Instant midnight = Instant.parse("2027-01-01T00:00:00Z");
      assertThat(dateAt(midnight.minusSeconds(1))).isEqualTo("2026-12-31T23:59:59Z");
      assertThat(dateAt(midnight)).isEqualTo("2027-01-01T00:00:00Z");
      assertThat(dateAt(midnight.plusSeconds(1))).isEqualTo("2027-01-01T00:00:01Z");
    } finally {
      TimeZone.setDefault(before);
    }
  }

  private static String dateAt(Instant at) {
    return header(new Acs3Signer().sign(request(), new byte[0], KEY, at, NONCE), "x-acs-date");
  }

  @Test
  void the_same_inputs_give_the_same_request_and_another_nonce_another_signature() {
    Acs3Signer signer = new Acs3Signer();
    String once = header(signer.sign(request(), new byte[0], KEY, AT, NONCE), "Authorization");
    String again = header(signer.sign(request(), new byte[0], KEY, AT, NONCE), "Authorization");
    String other =
        header(
            signer.sign(request(), new byte[0], KEY, AT, NONCE.replace('0', '1')), "Authorization");
    assertThat(again).isEqualTo(once);
    assertThat(other).isNotEqualTo(once);
  }

  /**
   * It keeps what it worked out last: of another key, or another second, that is not to be used.
   */
  @Test
  void a_signer_that_has_signed_before_signs_as_a_new_one_does() {
    Credentials other =
        new Credentials(
            Sensitive.of("other"), Sensitive.of("s3"), Optional.of(Sensitive.of("token")));
    List<Credentials> keys =
        List.of(KEY, Credentials.of(Sensitive.of("testid"), Sensitive.of("anothersecret")), other);
    Random random = new Random(20_261_127L);
    Acs3Signer used = new Acs3Signer();
    for (int i = 0; i < 1000; i++) {
      Credentials key = keys.get(random.nextInt(keys.size()));
      Instant at = AT.plusMillis(random.nextInt(3000));
      Request signed = used.sign(request(), new byte[0], key, at, NONCE);
      assertThat(signed.headers())
          .as("question %d", i)
          .isEqualTo(new Acs3Signer().sign(request(), new byte[0], key, at, NONCE).headers());
    }
  }

  @Test
  void every_header_of_the_vendors_own_is_signed_and_no_other_but_host_and_content_type() {
    Request request =
        request()
            .newBuilder()
            .header("Accept", "application/json")
            .header("User-Agent", "any")
            .header("X-Acs-Extra", "signed as well")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .build();
    assertThat(header(new Acs3Signer().sign(request, new byte[0], KEY, AT, NONCE), "Authorization"))
        .contains(
            ",SignedHeaders=content-type;host;x-acs-action;x-acs-content-sha256;x-acs-date;"
                + "x-acs-extra;x-acs-signature-nonce;x-acs-version,");
  }

  @ParameterizedTest
  @CsvSource({
    "https://cams.example.com/,       cams.example.com",
    "https://cams.example.com:443/,   cams.example.com",
    "https://cams.example.com:8443/,  cams.example.com:8443",
    "http://127.0.0.1:80/,            127.0.0.1",
    "http://127.0.0.1:443/,           127.0.0.1:443",
    "http://[::1]:8080/,              [::1]:8080"
  })
  void the_host_is_signed_as_it_is_sent(String url, String host) {
    Request request = request().newBuilder().url(url).build();
    Request signed = new Acs3Signer().sign(request, new byte[0], KEY, AT, NONCE);
    assertThat(signed.header("Host")).isEqualTo(host);
  }

  @Test
  void without_a_security_token_neither_header_of_a_temporary_key_is_sent() {
    Request signed = new Acs3Signer().sign(request(), new byte[0], KEY, AT, NONCE);
    assertThat(signed.headers().names())
        .doesNotContain("x-acs-security-token", "x-acs-accesskey-id");
  }

  @ParameterizedTest
  @CsvSource({"canary-id\\n, canary-token", "canary-id, canary-tök", "'canary id', canary-token"})
  void a_key_that_cannot_stand_in_a_header_is_refused_and_not_quoted(String id, String token) {
    Credentials odd =
        new Credentials(
            Sensitive.of(id.replace("\\n", "\n")),
            Sensitive.of("canary-secret"),
            Optional.of(Sensitive.of(token)));
    assertThatThrownBy(() -> new Acs3Signer().sign(request(), new byte[0], odd, AT, NONCE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("visible ASCII")
        .hasMessageNotContaining("canary")
        .hasNoCause();
  }

  @Test
  void every_visible_character_may_stand_in_a_key_from_the_first_to_the_last() {
    Credentials visible =
        new Credentials(
            Sensitive.of("!key~"), Sensitive.of("secret"), Optional.of(Sensitive.of("~token!")));
    Request signed = new Acs3Signer().sign(request(), new byte[0], visible, AT, NONCE);
    assertThat(header(signed, "x-acs-accesskey-id")).isEqualTo("!key~");
    assertThat(header(signed, "x-acs-security-token")).isEqualTo("~token!");
  }

  @Test
  void a_header_that_is_there_twice_is_signed_once_with_its_values_in_order() {
    Request twice =
        request().newBuilder().addHeader("x-acs-extra", "b").addHeader("x-acs-extra", "a").build();
    Request once = request().newBuilder().addHeader("x-acs-extra", "a,b").build();
    assertThat(header(new Acs3Signer().sign(twice, new byte[0], KEY, AT, NONCE), "Authorization"))
        .isEqualTo(
            header(new Acs3Signer().sign(once, new byte[0], KEY, AT, NONCE), "Authorization"));
  }

  private static String header(Request request, String name) {
    return Objects.requireNonNull(request.header(name), name);
  }

  private static Request request() {
    return new Request.Builder()
        .url("https://cams.example.com/")
        .header("x-acs-action", "GetPreValidatePhoneId")
        .header("x-acs-version", "2020-06-06")
        .post(RequestBody.EMPTY)
        .build();
  }
}
