package io.telproof.testkit.internal;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The ways in which a text is written that hide nothing. */
public final class Disguises {
  private Disguises() {}

  /** How the text is found in another: empty where it is not, a blank string where in clear. */
  public static Optional<String> found(String canary, String text) {
    byte[] bytes = canary.getBytes(StandardCharsets.UTF_8);
    Map<String, String> disguises = new LinkedHashMap<>();
    disguises.put("", canary);
    disguises.put("in base64 ", Base64.getEncoder().withoutPadding().encodeToString(bytes));
    disguises.put("percent-encoded ", URLEncoder.encode(canary, StandardCharsets.UTF_8));
    disguises.put("backwards ", new StringBuilder(canary).reverse().toString());
    for (Map.Entry<String, String> disguise : disguises.entrySet()) {
      if (text.contains(disguise.getValue())) {
        return Optional.of(disguise.getKey());
      }
    }
    String hex = HexFormat.of().formatHex(bytes);
    return text.toLowerCase(Locale.ROOT).contains(hex) ? Optional.of("in hex ") : Optional.empty();
  }
}
