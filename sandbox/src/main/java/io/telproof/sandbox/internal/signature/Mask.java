package io.telproof.sandbox.internal.signature;

import io.telproof.sandbox.NumberMask;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Texts that hold personal data, as a person may see them: every letter and digit of a value is a
 * star, and what encodings differ in stays, such as {@code +} and {@code %20}. Of a phone number
 * the ends stay.
 */
public final class Mask {

  private static final int LONGEST = 20_000;

  private static final Pattern CONTACT_NAME =
      Pattern.compile("(?i)(?:mobile|phone|phone_?number|sub|login_hint)");
  private static final Pattern CONTACT = Pattern.compile("(?:tel:)?(?:\\+|%2[Bb])?[1-9]\\d{10,13}");
  private static final Pattern LONG_NUMBER = Pattern.compile("\\d{9}");
  private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z_.-]{0,40}(?:\\.\\d{1,2})?");

  /** Outside of its strings. */
  private static final Pattern JSON_WORD =
      Pattern.compile("\\b(?:true|false|null)\\b|.", Pattern.DOTALL);

  /** A byte in percent-encoding, an escape of JSON, a whole character, or half of one. */
  private static final Pattern CHARACTER =
      Pattern.compile("%[0-9A-Fa-f]{2}|\\\\u[0-9A-Fa-f]{4}|\\\\[\"\\\\/bfnrt]|.", Pattern.DOTALL);

  private Mask() {}

  /** A value, encoded or not. */
  public static String value(String text) {
    StringBuilder shown = new StringBuilder();
    CHARACTER
        .matcher(text)
        .results()
        .forEach(character -> shown.append(character(character.group())));
    return shown.toString();
  }

  /** The value of a parameter, encoded or not. */
  public static String value(String name, String text) {
    return CONTACT_NAME.matcher(name).matches() && CONTACT.matcher(text).matches()
        ? NumberMask.contact(text)
        : value(text);
  }

  /**
   * A text that is not meant to be personal, such as a date or a hash, as it is; masked where it
   * holds as many digits in a row as a phone number, but for hashes.
   */
  public static String word(String text) {
    boolean hash = text.matches("(?i)[0-9a-f]{40,}");
    return hash || !LONG_NUMBER.matcher(text).find() ? text : value(text);
  }

  /** A query or a form, its parameters' names in clear. */
  public static String query(String text) {
    return Arrays.stream(text.split("&", -1)).map(Mask::pair).collect(Collectors.joining("&"));
  }

  private static String pair(String pair) {
    int equals = pair.indexOf('=');
    if (equals < 0) {
      return parameterName(pair);
    }
    String name = pair.substring(0, equals);
    return parameterName(name) + '=' + value(name, pair.substring(equals + 1));
  }

  /** A body: JSON, a form, or anything else; the beginning of a long one. */
  public static String body(byte[] body) {
    int length = Math.min(body.length, LONGEST);
    String text = new String(body, 0, length, StandardCharsets.UTF_8);
    String start = text.stripLeading();
    boolean json = start.startsWith("{") || start.startsWith("[") || start.startsWith("\"");
    String shown = json ? json(text) : query(text);
    return length == body.length ? shown : shown + "… (" + body.length + " bytes)";
  }

  /**
   * The id of a key that nobody here has given: somebody may have put a real one there, or a
   * secret.
   */
  public static String id(String id) {
    return id.length() <= 4 ? value(id) : id.substring(0, 4) + "… (" + id.length() + " characters)";
  }

  /** The name of a parameter; masked where it does not look like one. */
  public static String parameterName(String name) {
    return NAME.matcher(name).matches() ? name : value(name);
  }

  private static String json(String text) {
    StringBuilder shown = new StringBuilder();
    String key = "";
    int at = 0;
    while (at < text.length()) {
      int start = text.indexOf('"', at);
      int end = start < 0 ? -1 : closing(text, start);
      if (end < 0) {
        return shown.append(between(text.substring(at))).toString();
      }
      String content = text.substring(start + 1, end);
      boolean isKey = isColonNext(text, end + 1);
      shown.append(between(text.substring(at, start))).append('"');
      shown.append(isKey ? parameterName(content) : value(key, content)).append('"');
      key = isKey ? content : key;
      at = end + 1;
    }
    return shown.toString();
  }

  /** Where a string ends that begins here; -1 where it does not. */
  private static int closing(String text, int start) {
    for (int i = start + 1; i < text.length(); i++) {
      if (text.charAt(i) == '\\') {
        i++;
      } else if (text.charAt(i) == '"') {
        return i;
      }
    }
    return -1;
  }

  private static boolean isColonNext(String text, int from) {
    int at = from;
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at < text.length() && text.charAt(at) == ':';
  }

  private static String between(String text) {
    return JSON_WORD
        .matcher(text)
        .replaceAll(
            word ->
                Matcher.quoteReplacement(
                    word.group().length() > 1 ? word.group() : character(word.group())));
  }

  private static String character(String text) {
    if (text.startsWith("%") && text.length() == 3) {
      int octet = Integer.parseInt(text.substring(1), 16);
      boolean punctuation = octet < 0x80 && !Character.isLetterOrDigit(octet);
      return punctuation ? text : text.matches("%.*[a-f].*") ? "%xx" : "%XX";
    }
    if (text.startsWith("\\u")) {
      return text.matches("\\\\u.*[A-F].*") ? "\\uXXXX" : "\\uxxxx";
    }
    if (text.startsWith("\\")) {
      return text; // An escape such as that of a newline.
    }
    int point = text.codePointAt(0);
    boolean kept = point < 0x80 && !Character.isLetterOrDigit(point);
    return kept ? text : "*";
  }
}
