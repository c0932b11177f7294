package io.telproof;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A phone number in E.164 form: a plus and 5 to 15 digits of which the first is not zero. Prints
 * masked. Immutable.
 *
 * <p>Only the form is checked. Whether the number is in use is the very question that the vendors
 * answer.
 *
 * @param e164 the whole number with its plus, in clear
 * @see <a href="https://www.itu.int/rec/T-REC-E.164">ITU-T E.164</a>
 */
public record PhoneNumber(String e164) implements Contact {
  private static final int LEAST_DIGITS = 5;
  private static final int MOST_DIGITS = 15;

  private static final Pattern DIGITS = Pattern.compile("[0-9]+");

  /**
   * Checks the form.
   *
   * @param e164 the whole number with its plus, in clear
   * @throws IllegalArgumentException if it is not an E.164 number; the message does not repeat it
   */
  public PhoneNumber {
    if (!isE164(e164)) {
      throw new IllegalArgumentException(
          "not an E.164 number: expected a plus and 5 to 15 digits, the first not zero, and nothing"
              + " else");
    }
  }

  // By hand: it is looked at for every question, and a pattern costs more than the rest of it.
  private static boolean isE164(String text) {
    int digits = text.length() - 1;
    if (digits < LEAST_DIGITS
        || digits > MOST_DIGITS
        || text.charAt(0) != '+'
        || text.charAt(1) == '0') {
      return false;
    }
    for (int i = 1; i <= digits; i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }

  /**
   * {@return a number from its E.164 form, as in {@code +8613800138000}}
   *
   * @param e164 a plus, the country code and the national number, in digits alone
   * @throws IllegalArgumentException if it is not an E.164 number
   */
  public static PhoneNumber of(String e164) {
    return new PhoneNumber(e164);
  }

  /**
   * {@return a number from its country calling code and its national part, digits only}
   *
   * @param countryCode such as 86, without a plus
   * @param national the digits behind the country code
   * @throws IllegalArgumentException if the two do not make an E.164 number
   */
  public static PhoneNumber of(int countryCode, String national) {
    if (!DIGITS.matcher(national).matches()) {
      throw new IllegalArgumentException("the national part of a number is digits only");
    }
    return new PhoneNumber("+" + countryCode + national);
  }

  /**
   * {@return the national part, where the number has this country calling code} Calling codes are
   * prefix-free, so that this is never ambiguous for an assigned one.
   *
   * @param countryCode such as 86, without a plus
   */
  public Optional<String> nationalNumber(int countryCode) {
    String prefix = "+" + countryCode;
    return e164.startsWith(prefix) && e164.length() > prefix.length()
        ? Optional.of(e164.substring(prefix.length()))
        : Optional.empty();
  }

  /** The number with at least four of its digits hidden, as in {@code +86138****8000}. */
  @Override
  public String toString() {
    int shown = e164.length() - 1 - 4;
    int tail = Math.min(4, shown / 2);
    int head = Math.min(5, shown - tail);
    return e164.substring(0, 1 + head) + "****" + e164.substring(e164.length() - tail);
  }
}
