package io.telproof;

/** A text that a person typed or pasted, without what came along with it at its two ends. */
final class TypedText {
  private TypedText() {}

  /** The text without white space, and other characters that nobody sees, around it. */
  static String strip(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isUnseen(text.codePointAt(from))) {
      from += Character.charCount(text.codePointAt(from));
    }
    while (from < to && isUnseen(text.codePointBefore(to))) {
      to -= Character.charCount(text.codePointBefore(to));
    }
    return text.substring(from, to);
  }

  private static boolean isUnseen(int character) {
    return Character.isWhitespace(character)
        || Character.isSpaceChar(character)
        || Character.isISOControl(character)
        || Character.getType(character) == Character.FORMAT;
  }
}
