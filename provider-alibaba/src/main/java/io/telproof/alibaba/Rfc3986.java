package io.telproof.alibaba;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * Percent-encoding as the vendor's signature wants it: of UTF-8, with capital digits, and of
 * everything but the unreserved characters.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3986#section-2">RFC 3986, section 2</a>
 */
final class Rfc3986 {
  private static final String UNRESERVED_MARKS = "-._~";
  private static final String DIGITS = "0123456789ABCDEF";

  private Rfc3986() {}

  /**
   * Encodes a text.
   *
   * @throws IllegalArgumentException if it has half a surrogate pair: there is no UTF-8 for that,
   *     and a substitute would be another text
   */
  static String encode(String text) {
    StringBuilder encoded = new StringBuilder(text.length());
    encode(text, encoded);
    return encoded.toString();
  }

  private static void encode(String text, StringBuilder encoded) {
    if (hasHalfAPair(text)) {
      throw new IllegalArgumentException("a text with half a surrogate pair in it");
    }
    for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
      int octet = each & 0xFF;
      if (unreserved(octet)) {
        encoded.append((char) octet);
      } else {
        encoded.append('%').append(DIGITS.charAt(octet >> 4)).append(DIGITS.charAt(octet & 0xF));
      }
    }
  }

  private static boolean hasHalfAPair(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isSurrogate(text.charAt(i))) {
        if (!Character.isSupplementaryCodePoint(text.codePointAt(i))) {
          return true;
        }
        i++;
      }
    }
    return false;
  }

  private static boolean unreserved(int octet) {
    return (octet >= 'a' && octet <= 'z')
        || (octet >= 'A' && octet <= 'Z')
        || (octet >= '0' && octet <= '9')
        || UNRESERVED_MARKS.indexOf(octet) >= 0;
  }

  /**
   * Encodes parameters in the order of their names: the one spelling of a query string that needs
   * no second one to be signed, and a form body as well.
   *
   * @throws IllegalArgumentException if there is half a surrogate pair
   */
  static String parameters(Map<String, String> parameters) {
    StringBuilder encoded = new StringBuilder();
    for (Map.Entry<String, String> each : new TreeMap<>(parameters).entrySet()) {
      if (encoded.length() > 0) {
        encoded.append('&');
      }
      encode(each.getKey(), encoded);
      encoded.append('=');
      encode(each.getValue(), encoded);
    }
    return encoded.toString();
  }
}
