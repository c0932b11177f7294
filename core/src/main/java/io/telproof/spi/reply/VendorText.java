package io.telproof.spi.reply;

import java.util.regex.Pattern;

/**
 * Which of a vendor's texts may stand on a receipt, and so in a log. A vendor that echoes a number
 * is not believed: also not where there are signs between its digits, or letters around it.
 */
final class VendorText {
  private static final int LONGEST = 96;
  private static final String CODE_MARKS = "._/-";
  private static final String ID_MARKS = "._:*-";

  private static final Pattern SIX_DIGITS = Pattern.compile("[0-9](?:[._/-]*[0-9]){5}");
  private static final Pattern SHORT_NUMBER = Pattern.compile("-?[0-9]{1,5}");

  private static final Pattern NUMBER = Pattern.compile("[0-9]{5,}");
  private static final Pattern SEVEN_DIGITS = Pattern.compile("[0-9](?:[._:*-]*[0-9]){6}");

  /**
   * What is drawn by lot may hold any run of digits: a UUID in either case, of which the pages of
   * both vendors print some with parts masked; and 24 or more hexadecimal digits, in which there
   * are letters, perhaps behind two letters that say what it is the id of.
   */
  private static final Pattern DRAWN =
      Pattern.compile(
          "[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{8}(?:[0-9A-Fa-f]{4}|\\*{4})"
              + "|(?=[0-9]*[A-Fa-f])(?=[^*]*\\*{4})[0-9A-Fa-f]{8}(?:-(?:[0-9A-Fa-f]{4}|\\*{4}))+"
              + "|(?=(?:[0-9]*[A-Za-z]){3})(?:[A-Za-z]{2})?[0-9A-Fa-f]{24,}");

  private VendorText() {}

  /** Whether it is letters, digits and these marks alone, and neither empty nor long. */
  private static boolean isOf(String marks, String text) {
    for (int i = 0; i < text.length(); i++) {
      char each = text.charAt(i);
      if (!isLetter(each) && !isDigit(each) && marks.indexOf(each) < 0) {
        return false;
      }
    }
    return !text.isEmpty() && text.length() <= LONGEST;
  }

  private static int digits(String text) {
    int digits = 0;
    for (int i = 0; i < text.length(); i++) {
      digits += isDigit(text.charAt(i)) ? 1 : 0;
    }
    return digits;
  }

  /** What nearly every reply has for an id: looked at by hand, because a pattern costs more. */
  private static boolean isUuid(String text) {
    if (text.length() != 36) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char each = text.charAt(i);
      boolean fits =
          (i == 8 || i == 13 || i == 18 || i == 23)
              ? each == '-'
              : isDigit(each) || (isLetter(each) && Character.toLowerCase(each) <= 'f');
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  private static boolean isLetter(char each) {
    return (each >= 'a' && each <= 'z') || (each >= 'A' && each <= 'Z');
  }

  private static boolean isDigit(char each) {
    return each >= '0' && each <= '9';
  }

  /** Whether it looks like a code, and not like anything else. */
  static boolean isCode(String text) {
    return isOf(CODE_MARKS, text) && (digits(text) < 6 || !SIX_DIGITS.matcher(text).find());
  }

  /** Whether it is a code that cannot be anything else: not a name either. */
  static boolean isShortNumber(String text) {
    return SHORT_NUMBER.matcher(text).matches();
  }

  /** Whether it looks like the id of a request, and holds no number but by chance. */
  static boolean isRequestId(String text) {
    if (!isOf(ID_MARKS, text)) {
      return false;
    }
    return digits(text) < 5
        || isUuid(text)
        || DRAWN.matcher(text).matches()
        || !(NUMBER.matcher(text).matches() || SEVEN_DIGITS.matcher(text).find());
  }
}
