package io.telproof.sandbox.internal.signature;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/**
 * An HMAC-SHA256 as somebody wrote it, which is to be in lower-case hex.
 *
 * @param text as it was sent
 */
public record SentSignature(String text) {

  private static final int BYTES = 32;

  /** In lower-case hex; as it was sent where it is neither hex nor base64 of 32 bytes. */
  public String hex() {
    if (isHex(text)) {
      return text.toLowerCase(Locale.ROOT);
    }
    try {
      byte[] bytes = Base64.getDecoder().decode(text.replace('-', '+').replace('_', '/'));
      if (bytes.length == BYTES) {
        return HexFormat.of().formatHex(bytes);
      }
      String inner = new String(bytes, StandardCharsets.US_ASCII);
      return isHex(inner) ? inner.toLowerCase(Locale.ROOT) : text;
    } catch (IllegalArgumentException e) {
      return text;
    }
  }

  /** As a person may see it: something else may have been put there, such as the secret. */
  public String shown() {
    return isHex(text) || !hex().equals(text) ? text : Mask.value(text);
  }

  /** Whether it is 32 bytes, however they are written. */
  public boolean isReadable() {
    return isHex(hex());
  }

  private static boolean isHex(String text) {
    return text.matches("[0-9A-Fa-f]{64}");
  }

  /** What is wrong with how it is written; empty where nothing is. */
  public Optional<String> complaint() {
    if (text.matches("[0-9a-f]{64}")) {
      return Optional.empty();
    }
    if (isHex(text)) {
      return Optional.of("The signature is in upper-case hex. Write it in lower case.");
    }
    return Optional.of(
        hex().equals(text)
            ? "The Signature is not 64 digits of hex. Write the HMAC's 32 bytes in lower-case hex."
            : "The signature is in base64. Write it in lower-case hex.");
  }

  /** Prints no signature. */
  @Override
  public String toString() {
    return "SentSignature[" + text.length() + " characters]";
  }
}
