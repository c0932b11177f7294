package io.telproof.sandbox.camara;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** A JWT in JWS compact form (RFC 7515, section 7.1), read and not yet believed. */
final class Jwt {

  private static final ObjectReader JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build()
          .reader();

  private static final long LATEST = 253_402_300_799L; // The end of the year 9999.

  private final JsonNode header;
  private final JsonNode claims;
  private final String signed;
  private final byte[] signature;

  private Jwt(JsonNode header, JsonNode claims, String signed, byte[] signature) {
    this.header = header;
    this.claims = claims;
    this.signed = signed;
    this.signature = signature;
  }

  /** Reads it; empty where it is none. */
  static Optional<Jwt> read(String compact) {
    String[] parts = compact.split("\\.", -1);
    if (parts.length != 3) {
      return Optional.empty();
    }
    try {
      Base64.Decoder base64 = Base64.getUrlDecoder();
      JsonNode header = JSON.readTree(base64.decode(parts[0]));
      JsonNode claims = JSON.readTree(base64.decode(parts[1]));
      boolean objects = header instanceof ObjectNode && claims instanceof ObjectNode;
      // Whatever is critical to the signer is beyond what is understood here.
      return objects && !header.has("crit")
          ? Optional.of(new Jwt(header, claims, parts[0] + '.' + parts[1], base64.decode(parts[2])))
          : Optional.empty();
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The text of a header parameter; empty where it is none. */
  String header(String name) {
    return header.path(name).isTextual() ? header.path(name).textValue() : "";
  }

  /** The text of a claim; empty where it is none. */
  String text(String claim) {
    return claims.path(claim).isTextual() ? claims.path(claim).textValue() : "";
  }

  /** The time of a claim, in seconds since 1970; empty where it is not a number. */
  Optional<Instant> time(String claim) {
    JsonNode seconds = claims.path(claim);
    return seconds.isIntegralNumber() && seconds.longValue() >= 0 && seconds.longValue() <= LATEST
        ? Optional.of(Instant.ofEpochSecond(seconds.longValue()))
        : Optional.empty();
  }

  /** A claim as it stands there; empty where there is none. */
  String written(String claim) {
    JsonNode value = claims.path(claim);
    return value.isMissingNode() ? "" : value.isTextual() ? value.textValue() : value.toString();
  }

  boolean has(String claim) {
    return claims.has(claim);
  }

  /** For whom it is: one text, or several (RFC 7519, section 4.1.3). */
  List<String> audience() {
    JsonNode audience = claims.path("aud");
    if (!audience.isArray()) {
      return List.of(text("aud"));
    }
    List<String> several = new ArrayList<>();
    audience.forEach(each -> several.add(each.asText()));
    return several;
  }

  byte[] signed() {
    return signed.getBytes(StandardCharsets.US_ASCII);
  }

  byte[] signature() {
    return signature.clone();
  }
}
