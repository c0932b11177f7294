package io.telproof.cli;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber;
import io.telproof.PhoneNumber;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Reads a number as a person types it. What cannot be a number is refused; whether one is in use,
 * or ever was given out, is for the vendors to say: they serve numbers that the library's tables
 * call invalid, and their test numbers begin with calling codes that no country has.
 */
final class PhoneNumberParser {
  /**
   * Digits of any script, white space, and the signs that people put between digits. The library
   * alone would turn letters into digits and cut off what follows them.
   */
  private static final Pattern SIGNS =
      Pattern.compile("[\\p{Nd}\\p{Z}\\s\\p{Cf}\\p{Pd}\u2212\u30fc+\uff0b.()\uff08\uff09/]*");

  /** A plus before the first digit, or none at all: what is amiss is then the number of digits. */
  private static final Pattern ONE_PLUS =
      Pattern.compile("[^+\uff0b\\p{Nd}]*[+\uff0b]?[^+\uff0b]*\\p{Nd}[^+\uff0b]*");

  private static final Pattern WITH_PLUS = Pattern.compile("[^+\uff0b\\p{Nd}]*[+\uff0b].*");

  private static final int CHINA = 86;

  /**
   * The national part of a mobile number of mainland China, whose length the library does not look
   * at. Lines of Beijing begin with 10; numbers of machines with 14 have other lengths too.
   */
  private static final Pattern CHINESE_MOBILE = Pattern.compile("1[35-9][0-9]*");

  private static final int CHINESE_MOBILE_DIGITS = 11;

  private static final Pattern CHINESE_MOBILE_NUMBER = Pattern.compile("\\+861[3-9][0-9]{9}");

  private static final String NO_COUNTRY = "no country has its calling code";

  private PhoneNumberParser() {}

  /**
   * Reads a number as a person writes it.
   *
   * @param region where a number without a country calling code belongs, as in {@code CN}
   * @throws UsageException if it cannot be a number, or there is no such region
   */
  static PhoneNumber read(String typed, String region) {
    if (!SIGNS.matcher(typed).matches()) {
      throw new UsageException("not a phone number: it has a letter or a sign that no number has");
    }
    PhoneNumberUtil library = PhoneNumberUtil.getInstance();
    String home = region.toUpperCase(Locale.ROOT);
    if (!library.getSupportedRegions().contains(home)) {
      throw new UsageException("--region: no region has these letters; expected two, as in CN");
    }
    try {
      Phonenumber.PhoneNumber number = library.parse(typed, home);
      String why =
          switch (library.isPossibleNumberWithReason(number)) {
            case IS_POSSIBLE -> "";
            case IS_POSSIBLE_LOCAL_ONLY -> "its area code is missing, or it is a short code";
            case TOO_SHORT -> "it has too few digits for its country";
            case TOO_LONG -> "it has too many digits for its country";
            case INVALID_LENGTH -> "no number of its country has so many digits";
            case INVALID_COUNTRY_CODE -> NO_COUNTRY;
          };
      if (!why.isEmpty()) {
        throw new UsageException("not a phone number: " + why);
      }
      if (isChineseMobileOfOtherLength(number, library)) {
        throw new UsageException("not a phone number: a mobile number of China has 11 digits");
      }
      return e164(
          library.format(number, PhoneNumberFormat.E164), "it has too many digits for a number");
    } catch (NumberParseException e) {
      if (e.getErrorType() == NumberParseException.ErrorType.INVALID_COUNTRY_CODE
          && WITH_PLUS.matcher(typed).matches()) {
        return asTyped(typed);
      }
      throw new UsageException("not a phone number: " + why(e.getErrorType(), typed));
    }
  }

  /** Whether the country code is there: behind a plus, or behind the prefix for calls abroad. */
  static boolean hasCallingCode(String typed) {
    return WITH_PLUS.matcher(typed).matches() || digits(typed).startsWith("00");
  }

  /**
   * Whether a number that was read as one of mainland China is certainly that of whoever typed it:
   * the country code is there, or it is a mobile number as it is written there, without a zero
   * before it. Whoever types another number without its country code has a number of another
   * country in mind, or a line.
   */
  static boolean isSurely(PhoneNumber number, String typed) {
    return hasCallingCode(typed)
        || (CHINESE_MOBILE_NUMBER.matcher(number.e164()).matches()
            && number.e164().endsWith(digits(typed)));
  }

  private static String digits(String typed) {
    StringBuilder digits = new StringBuilder();
    typed
        .codePoints()
        .filter(Character::isDigit)
        .forEach(digit -> digits.append(Character.digit(digit, 10)));
    return digits.toString();
  }

  private static boolean isChineseMobileOfOtherLength(
      Phonenumber.PhoneNumber number, PhoneNumberUtil library) {
    String national = library.getNationalSignificantNumber(number);
    return number.getCountryCode() == CHINA
        && CHINESE_MOBILE.matcher(national).matches()
        && national.length() != CHINESE_MOBILE_DIGITS;
  }

  /** A calling code that the library does not know: it can be that of a vendor's test numbers. */
  private static PhoneNumber asTyped(String typed) {
    return e164("+" + digits(typed), NO_COUNTRY + ", and behind a plus are 5 to 15 digits");
  }

  /** The library takes more digits for possible than a number has anywhere. */
  private static PhoneNumber e164(String digits, String otherwise) {
    try {
      return PhoneNumber.of(digits);
    } catch (IllegalArgumentException e) {
      throw new UsageException("not a phone number: " + otherwise);
    }
  }

  private static String why(NumberParseException.ErrorType type, String typed) {
    return switch (type) {
      case INVALID_COUNTRY_CODE -> NO_COUNTRY;
      case NOT_A_NUMBER ->
          ONE_PLUS.matcher(typed).matches()
              ? "it has too few digits"
              : "it is not digits with an optional plus before them";
      case TOO_SHORT_AFTER_IDD -> "nothing but a prefix for calls abroad is there";
      case TOO_SHORT_NSN -> "it has too few digits";
      case TOO_LONG -> "it has too many digits; give one number at a time";
    };
  }
}
