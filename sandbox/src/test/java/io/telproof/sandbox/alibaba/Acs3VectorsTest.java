package io.telproof.sandbox.alibaba;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.telproof.sandbox.Header;
import io.telproof.sandbox.VendorRequest;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The vendor's published example, requests captured from its SDK, and its own signer's answers. */
final class Acs3VectorsTest {

  record Case(String name, JsonNode vector) {

    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Case> vectors() throws IOException {
    try (InputStream file = Acs3VectorsTest.class.getResourceAsStream("/vectors/alibaba.json")) {
      List<Case> cases = new ArrayList<>();
      for (JsonNode vector : new ObjectMapper().readTree(file).path("vectors")) {
        cases.add(new Case(vector.path("name").asText(), vector));
      }
      assertThat(cases).hasSizeGreaterThanOrEqualTo(11);
      return cases.stream();
    }
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void a_published_signature_is_recomputed_but_for_the_one_that_is_known_to_be_wrong(Case vector)
      throws Refusal {
    String expected = vector.vector().path("expectedSignature").asText();
    String recomputed = recomputed(vector.vector());

    assertThat(recomputed).isEqualTo(vector.vector().at("/computed/signature").asText());
    assertThat(recomputed.equals(expected))
        .isEqualTo(vector.vector().path("expectedToMatch").asBoolean());
  }

  private static String recomputed(JsonNode vector) throws Refusal {
    Authorization authorization =
        Authorization.parse(List.of(vector.at("/computed/authorization").asText()));
    List<Header> headers = new ArrayList<>();
    vector
        .path("headers")
        .properties()
        .forEach(header -> headers.add(new Header(header.getKey(), header.getValue().asText())));
    // As the vendor's SDK puts a query on the wire: not in order, and not by RFC 3986.
    String query =
        vector.path("query").properties().stream()
            .map(
                pair ->
                    URLEncoder.encode(pair.getKey(), StandardCharsets.UTF_8)
                        + '='
                        + URLEncoder.encode(pair.getValue().asText(), StandardCharsets.UTF_8))
            .sorted((a, b) -> b.compareTo(a))
            .collect(Collectors.joining("&"));
    VendorRequest request =
        new VendorRequest(
            vector.path("method").asText(),
            query.isEmpty() ? "/" : "/?" + query,
            headers,
            vector.path("body").asText().getBytes(StandardCharsets.UTF_8));
    return Acs3.signature(
        request, authorization.signedHeaders(), vector.path("accessKeySecret").asText());
  }
}
