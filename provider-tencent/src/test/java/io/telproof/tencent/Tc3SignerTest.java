package io.telproof.tencent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.telproof.Sensitive;
import io.telproof.spi.http.Credentials;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class Tc3SignerTest {
  private static final Credentials CREDENTIALS =
      Credentials.of(Sensitive.of("AKIDexample"), Sensitive.of("a-secret-key"));
  private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");
  private static final byte[] BODY =
      "{\"Mobile\":\"13800138000\"}".getBytes(StandardCharsets.UTF_8);

  static Stream<Arguments> vectors() throws IOException {
    try (InputStream file = Tc3SignerTest.class.getResourceAsStream("/vectors/tencent.json")) {
      JsonNode all = new ObjectMapper().readTree(file);
      List<Arguments> vectors = new ArrayList<>();
      for (String group : List.of("doc_vectors", "sdk_captured_vectors")) {
        all.get(group)
            .forEach(
                each -> vectors.add(Arguments.of(each.get("name").asText(), each.get("vector"))));
      }
      return vectors.stream();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("vectors")
  void a_published_or_captured_signature_comes_out_again(String name, JsonNode vector) {
    String query = vector.get("canonical_query").asText();
    Request request =
        request(
            vector.get("method").asText(),
            "https://" + vector.get("host").asText() + (query.isEmpty() ? "/" : "/?" + query),
            vector.get("content_type").asText(),
            vector.get("action").asText());
    Tc3Signer signer =
        new Tc3Signer(
            vector.get("service").asText(),
            List.of(vector.get("signed_headers").asText().split(";")));

    Request signed =
        signer.sign(
            request,
            vector.get("payload").asText().getBytes(StandardCharsets.UTF_8),
            Credentials.of(
                Sensitive.of(vector.get("secret_id").asText()),
                Sensitive.of(vector.get("secret_key").asText())),
            Instant.ofEpochSecond(vector.get("timestamp").asLong()),
            "unused");

    assertThat(signed.header("Authorization")).isEqualTo(vector.get("authorization").asText());
    assertThat(signed.header("X-TC-Timestamp")).isEqualTo(vector.get("timestamp").asText());
    assertThat(name).isNotEmpty();
  }

  @Test
  void all_five_published_examples_and_all_captured_ones_are_among_the_vectors()
      throws IOException {
    assertThat(vectors().map(each -> (String) each.get()[0]))
        .hasSize(10)
        .filteredOn(name -> !name.startsWith("sdk-"))
        .hasSize(5);
  }

  @Test
  void content_type_host_and_action_are_signed() {
    assertThat(authorization(sign(NOON, BODY)))
        .contains("SignedHeaders=content-type;host;x-tc-action,");
  }

  @Test
  void the_same_inputs_give_the_same_request() {
    assertThat(authorization(sign(NOON, BODY))).isEqualTo(authorization(sign(NOON, BODY)));
  }

  @Test
  void any_bit_of_the_body_changes_the_signature() {
    Random random = new Random(20261121);
    String whole = authorization(sign(NOON, BODY));
    for (int i = 0; i < 200; i++) {
      byte[] changed = BODY.clone();
      int bit = random.nextInt(changed.length * 8);
      changed[bit / 8] ^= (byte) (1 << (bit % 8));
      assertThat(authorization(sign(NOON, changed))).as("bit %d", bit).isNotEqualTo(whole);
    }
  }

  @Test
  void another_second_action_host_or_secret_changes_the_signature() {
    Request request = request("POST", "https://faceid.example.com/", "application/json", "A");
    Tc3Signer signer = new Tc3Signer("faceid");
    assertThat(
            List.of(
                signature(signer.sign(request, BODY, CREDENTIALS, NOON, "")),
                signature(signer.sign(request, BODY, CREDENTIALS, NOON.plusSeconds(1), "")),
                signature(
                    signer.sign(
                        request.newBuilder().header("X-TC-Action", "B").build(),
                        BODY,
                        CREDENTIALS,
                        NOON,
                        "")),
                signature(
                    signer.sign(
                        request.newBuilder().url("https://faceid.example.org/").build(),
                        BODY,
                        CREDENTIALS,
                        NOON,
                        "")),
                signature(
                    signer.sign(
                        request,
                        BODY,
                        Credentials.of(CREDENTIALS.id(), Sensitive.of("another-secret")),
                        NOON,
                        ""))))
        .doesNotHaveDuplicates();
  }

  @Test
  void the_key_kept_for_a_day_is_not_used_on_the_next_nor_for_another_secret() {
    Tc3Signer kept = new Tc3Signer("faceid");
    Request request = request("POST", "https://faceid.example.com/", "application/json", "A");
    Credentials other = Credentials.of(CREDENTIALS.id(), Sensitive.of("another-secret"));
    Instant midnight = Instant.parse("2026-11-21T00:00:00Z");
    for (Instant at : List.of(NOON, midnight.minusSeconds(1), midnight, NOON)) {
      for (Credentials credentials : List.of(CREDENTIALS, other, CREDENTIALS)) {
        Request fresh = new Tc3Signer("faceid").sign(request, BODY, credentials, at, "");
        assertThat(authorization(kept.sign(request, BODY, credentials, at, "")))
            .isEqualTo(authorization(fresh));
      }
    }
  }

  @Test
  void the_scope_holds_the_day_in_UTC() {
    assertThat(authorization(sign(Instant.parse("2026-11-20T23:59:59Z"), BODY)))
        .contains("/2026-11-20/faceid/tc3_request");
    assertThat(authorization(sign(Instant.parse("2026-11-21T00:00:00Z"), BODY)))
        .contains("/2026-11-21/faceid/tc3_request");
  }

  @Test
  void a_session_token_is_sent_beside_the_signature() {
    Credentials temporary =
        new Credentials(
            CREDENTIALS.id(), CREDENTIALS.secret(), Optional.of(Sensitive.of("a-token")));
    Request signed =
        new Tc3Signer("faceid")
            .sign(
                request("POST", "https://faceid.example.com/", "application/json", "A"),
                BODY,
                temporary,
                NOON,
                "");
    assertThat(signed.header("X-TC-Token")).isEqualTo("a-token");
  }

  @Test
  void the_host_is_signed_and_sent_with_its_port_where_that_is_not_the_usual_one() {
    Tc3Signer signer = new Tc3Signer("faceid");
    assertThat(host(signer, "https://faceid.example.com/")).isEqualTo("faceid.example.com");
    assertThat(host(signer, "http://127.0.0.1:8080/")).isEqualTo("127.0.0.1:8080");
    assertThat(host(signer, "http://[::1]:8080/")).isEqualTo("[::1]:8080");
  }

  @Test
  void a_request_without_a_content_type_cannot_be_signed() {
    Request bare =
        new Request.Builder().url("https://faceid.example.com/").post(RequestBody.EMPTY).build();
    assertThatThrownBy(() -> new Tc3Signer("faceid").sign(bare, BODY, CREDENTIALS, NOON, ""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("content-type");
  }

  private static String host(Tc3Signer signer, String url) {
    return String.valueOf(
        signer
            .sign(request("POST", url, "application/json", "A"), BODY, CREDENTIALS, NOON, "")
            .header("Host"));
  }

  private static Request sign(Instant at, byte[] body) {
    return new Tc3Signer("faceid")
        .sign(
            request("POST", "https://faceid.example.com/", "application/json", "MobileStatus"),
            body,
            CREDENTIALS,
            at,
            "");
  }

  private static String authorization(Request request) {
    return String.valueOf(request.header("Authorization"));
  }

  private static String signature(Request request) {
    return authorization(request).replaceAll(".*Signature=", "");
  }

  private static Request request(String method, String url, String contentType, String action) {
    return new Request.Builder()
        .url(url)
        .header("Content-Type", contentType)
        .header("X-TC-Action", action)
        .method(method, method.equals("POST") ? RequestBody.EMPTY : null)
        .build();
  }
}
