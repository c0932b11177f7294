package io.telproof.sandbox.tencent;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.telproof.sandbox.Header;
import io.telproof.sandbox.VendorRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The vendor's published examples, and requests captured from its own SDK. */
final class Tc3VectorsTest {

  record Case(String name, JsonNode vector, boolean unsigned) {

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Case> vectors() throws IOException {
    try (InputStream file = Tc3VectorsTest.class.getResourceAsStream("/vectors/tencent.json")) {
      JsonNode all = new ObjectMapper().readTree(file);
      List<Case> cases = new ArrayList<>();
      for (String kind : List.of("doc_vectors", "sdk_captured_vectors")) {
        for (JsonNode entry : all.path(kind)) {
          boolean unsigned = entry.path("unsigned_payload").asBoolean();
          cases.add(new Case(entry.path("name").asText(), entry.path("vector"), unsigned));
        }
      }
      assertThat(cases).hasSizeGreaterThanOrEqualTo(10);
      return cases.stream();
    }
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void a_published_signature_is_recomputed_from_the_request(Case vector) throws Refusal {
    assertThat(recomputed(vector, request(vector, text(vector, "payload"))))
        .isEqualTo(text(vector, "signature"));
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void another_body_has_another_signature(Case vector) throws Refusal {
    assertThat(recomputed(vector, request(vector, text(vector, "payload") + " ")))
        .isNotEqualTo(text(vector, "signature"));
  }

  private static String recomputed(Case vector, VendorRequest request) throws Refusal {
    Authorization authorization = Authorization.parse(List.of(text(vector, "authorization")));
    assertThat(authorization.signature()).isEqualTo(text(vector, "signature"));
    return Tc3.signature(
        request, authorization, text(vector, "timestamp"), text(vector, "secret_key"));
  }

  private static VendorRequest request(Case vector, String body) {
    List<Header> headers = new ArrayList<>();
    headers.add(new Header("Host", text(vector, "host")));
    headers.add(new Header("Content-Type", text(vector, "content_type")));
    headers.add(new Header("X-TC-Action", text(vector, "action")));
    if (vector.unsigned()) {
      headers.add(new Header("X-TC-Content-SHA256", "UNSIGNED-PAYLOAD"));
    }
    String query = text(vector, "canonical_query");
    return new VendorRequest(
        text(vector, "method"),
        query.isEmpty() ? "/" : "/?" + query,
        headers,
        body.getBytes(StandardCharsets.UTF_8));
  }

  private static String text(Case vector, String name) {
    return vector.vector().path(name).asText();
  }
}
