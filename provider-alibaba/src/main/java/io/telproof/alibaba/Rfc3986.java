package io.telproof.alibaba;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

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
    ByteBuffer bytes;
    try {
      bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException("a text with half a surrogate pair in it");
    }
    StringBuilder encoded = new StringBuilder(bytes.remaining());
    while (bytes.hasRemaining()) {
      int octet = bytes.get() & 0xFF;
      if (unreserved(octet)) {
        encoded.append((char) octet);
      } else {
        encoded.append('%').append(DIGITS.charAt(octet >> 4)).append(DIGITS.charAt(octet & 0xF));
      }
    }
    return encoded.toString();
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
    return new TreeMap<>(parameters)
        .entrySet().stream()
            .map(each -> encode(each.getKey()) + "=" + encode(each.getValue()))
            .collect(Collectors.joining("&"));
  }
}
