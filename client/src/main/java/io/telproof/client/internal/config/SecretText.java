package io.telproof.client.internal.config;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
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
  private static final Pattern SHELL_VARIABLE = Pattern.compile("\\$[A-Za-z_][A-Za-z0-9_]*");
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
              + " as a text: a variable becomes its value only in the configuration, and only without"
              + " quotes");
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
    if (SHELL_VARIABLE.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "has " + text + " as a text: a variable is written ${…}, without quotes");
    }
    if (isFile(text)) {
      throw new IllegalArgumentException(
          "is the path of a file: write { file = … } around it to have that file read");
    }
    for (int at = 0; at < text.length(); ) {
      int character = text.codePointAt(at);
      int next = at + Character.charCount(character);
      if (isUnseen(character) && !(lines && LINES_AND_BLANKS.indexOf(character) >= 0)) {
        throw new IllegalArgumentException(
            unseen(
                character,
                at == 0 ? "at its beginning" : next == text.length() ? "at its end" : "inside"));
      }
      if (isQuote(character)) {
        throw new IllegalArgumentException(
            "has a printer's quotation mark in it, U+%04X: quotes of HOCON are \""
                .formatted(character));
      }
      at = next;
    }
  }

  /** One that is there: no key is called so by chance. */
  private static boolean isFile(String text) {
    try {
      return text.startsWith("/") && Files.isRegularFile(Path.of(text));
    } catch (InvalidPathException e) {
      return false;
    }
  }

  private static boolean isQuote(int character) {
    int type = Character.getType(character);
    return type == Character.INITIAL_QUOTE_PUNCTUATION || type == Character.FINAL_QUOTE_PUNCTUATION;
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
