package io.telproof.spi.reply;

import java.util.regex.Pattern;

/**
 * Which of a vendor's texts may stand on a receipt, and so in a log. A vendor that echoes a number
 * is not believed: also not where there are signs between its digits, or letters around it.
 */
final class VendorText {
  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9._/-]{1,96}");
  private static final Pattern SIX_DIGITS = Pattern.compile("[0-9](?:[._/-]*[0-9]){5}");
  private static final Pattern SHORT_NUMBER = Pattern.compile("-?[0-9]{1,5}");

  private static final Pattern ID = Pattern.compile("[A-Za-z0-9._:*-]{1,96}");
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

  /** Whether it looks like a code, and not like anything else. */
  static boolean isCode(String text) {
    return CODE.matcher(text).matches() && !SIX_DIGITS.matcher(text).find();
  }

  /** Whether it is a code that cannot be anything else: not a name either. */
  static boolean isShortNumber(String text) {
    return SHORT_NUMBER.matcher(text).matches();
  }

  /** Whether it looks like the id of a request, and holds no number but by chance. */
  static boolean isRequestId(String text) {
    if (!ID.matcher(text).matches()) {
      return false;
    }
    return DRAWN.matcher(text).matches()
        || !(NUMBER.matcher(text).matches() || SEVEN_DIGITS.matcher(text).find());
  }
}
