package io.telproof.testkit.internal;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The ways in which a text is written that hide nothing. */
public final class Disguises {
  private Disguises() {}

  /** How the text is found in another: empty where it is not, a blank string where in clear. */
  public static Optional<String> found(String canary, String text) {
    byte[] bytes = canary.getBytes(StandardCharsets.UTF_8);
    String reversed = new StringBuilder(canary).reverse().toString();
    if (text.contains(canary)) {
      return Optional.of("");
    }
    if (isInBase64(bytes, text)) {
      return Optional.of("in base64 ");
    }
    if (text.contains(URLEncoder.encode(canary, StandardCharsets.UTF_8))) {
      return Optional.of("percent-encoded ");
    }
    if (text.contains(reversed)) {
      return Optional.of("backwards ");
    }
    String hex = HexFormat.of().formatHex(bytes);
    return text.toLowerCase(Locale.ROOT).contains(hex) ? Optional.of("in hex ") : Optional.empty();
  }

  /** Alone, or in the middle of something that was encoded as a whole. */
  private static boolean isInBase64(byte[] canary, String text) {
    for (int before = 0; before < 3; before++) {
      byte[] shifted = new byte[before + canary.length];
      System.arraycopy(canary, 0, shifted, before, canary.length);
      // The first and the last letter hold bits of what stands beside it.
      int first = (before * 8 + 5) / 6;
      int last = shifted.length * 8 / 6;
      for (Base64.Encoder encoder : List.of(Base64.getEncoder(), Base64.getUrlEncoder())) {
        if (text.contains(encoder.encodeToString(shifted).substring(first, last))) {
          return true;
        }
      }
    }
    return false;
  }
}
