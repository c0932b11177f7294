package io.telproof.tencent;

import io.telproof.Sensitive;
import java.util.Base64;

/** Reads a setting that is written in base64. */
final class Base64Text {
  private Base64Text() {}

  /**
   * The bytes that a text stands for.
   *
   * @throws IllegalArgumentException if it is not base64; the message names the setting only
   */
  static byte[] decode(Sensitive text, String setting) {
    try {
      return Base64.getDecoder().decode(text.reveal());
    } catch (IllegalArgumentException e) {
      // The cause would quote a character of the key.
      throw notBase64(setting);
    }
  }

  private static IllegalArgumentException notBase64(String setting) {
    return new IllegalArgumentException(setting + " is not base64");
  }
}
