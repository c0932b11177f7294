package io.telproof.spi.http.oauth;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** The body of a token request, its fields in their order. Prints nothing. Not thread-safe. */
final class Form {
  static final String CONTENT_TYPE = "application/x-www-form-urlencoded";

  private final Map<String, String> fields = new LinkedHashMap<>();

  void put(String name, String value) {
    fields.put(name, value);
  }

  byte[] bytes() {
    return fields.entrySet().stream()
        .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
        .collect(Collectors.joining("&"))
        .getBytes(StandardCharsets.UTF_8);
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
