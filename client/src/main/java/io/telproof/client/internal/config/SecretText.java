package io.telproof.client.internal.config;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Looks for what a secret cannot have in it: it came there by pasting, by an editor or by a
 * template that was not filled in, and the vendor would say no more than that a signature is wrong.
 * What is said quotes nothing that anybody can see.
 */
final class SecretText {
  private static final int BYTE_ORDER_MARK = 0xFEFF;
  private static final String LINES_AND_BLANKS = " \t\r\n";
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{\\??[A-Za-z_][A-Za-z0-9_.-]*}");

  private SecretText() {}

  /**
   * Refuses a text in which the name of a variable stands in the place of its value.
   *
   * @param whole whether it may be a part of the text: a template has such parts of its own
   * @throws IllegalArgumentException if it does
   */
  static void checkVariable(String text, boolean whole) {
    Matcher variable = VARIABLE.matcher(text);
    if (whole ? variable.matches() : variable.find()) {
      throw new IllegalArgumentException(
          "has "
              + variable.group()
              + " as a text: in quotes, or in a file of its own, it does not become the variable's"
              + " value; write it without quotes");
    }
  }

  /**
   * Refuses a text that can be no secret.
   *
   * @param lines whether it may have several lines, with blanks
   * @throws IllegalArgumentException if it has a character that nobody sees, or a variable's name
   */
  static void check(String text, boolean lines) {
    checkVariable(text, false);
    for (int at = 0; at < text.length(); ) {
      int character = text.codePointAt(at);
      int next = at + Character.charCount(character);
      if (isUnseen(character) && !(lines && LINES_AND_BLANKS.indexOf(character) >= 0)) {
        throw new IllegalArgumentException(
            unseen(
                character,
                at == 0 ? "at its beginning" : next == text.length() ? "at its end" : "inside"));
      }
      at = next;
    }
  }

  private static boolean isUnseen(int character) {
    return Character.isWhitespace(character)
        || Character.isSpaceChar(character)
        || Character.isISOControl(character)
        || Character.getType(character) == Character.FORMAT;
  }

  private static String unseen(int character, String place) {
    String what =
        Character.isWhitespace(character) || Character.isSpaceChar(character)
            ? "white space"
            : "a character that cannot be seen";
    String cure =
        character == BYTE_ORDER_MARK
            ? "; save the file without a byte order mark"
            : "; was it pasted with it?";
    return "has %s in it, %s: U+%04X %s%s"
        .formatted(what, place, character, Character.getName(character), cure);
  }
}
