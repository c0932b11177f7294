package io.telproof.sandbox;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which scenario a contact plays: {@code +8613800138SSn}, {@code +990123400SSn}, {@code
 * +1AAA55501SS} and {@code scenario-SSn…@example.com}, where SS is the scenario's number and n any
 * digit; of the third, the area code AAA stands for n.
 *
 * @param scenario the plain good case for a contact outside the table
 * @param digit n, by which a scenario of several spellings chooses; 0 where an address has none
 */
public record MagicNumber(Scenario scenario, int digit) {

  private static final Pattern PHONE =
      Pattern.compile("(?:(?:\\+?86)?13800138|\\+?990123400)(\\d\\d)(\\d)");

  /** Numbers that the United States keep for stories, in as many area codes as there are digits. */
  private static final List<String> AREA_CODES =
      List.of("201", "202", "203", "205", "206", "207", "208", "209", "210", "212");

  private static final Pattern US = Pattern.compile("(?:\\+?1)?(\\d{3})55501(\\d\\d)");
  private static final Pattern EMAIL =
      Pattern.compile("scenario-(\\d\\d)(\\d?)[^@]*@example\\.com", Pattern.CASE_INSENSITIVE);

  /**
   * Reads a phone number, with or without its country code, or an e-mail address.
   *
   * @param contact a phone number, or another contact
   * @return what the number asks for
   */
  public static MagicNumber of(String contact) {
    Matcher american = US.matcher(contact);
    if (american.matches() && AREA_CODES.contains(american.group(1))) {
      return new MagicNumber(
          Scenario.numbered(Integer.parseInt(american.group(2))),
          AREA_CODES.indexOf(american.group(1)));
    }
    for (Pattern pattern : new Pattern[] {PHONE, EMAIL}) {
      Matcher matcher = pattern.matcher(contact);
      if (matcher.matches()) {
        String digit = matcher.group(2);
        return new MagicNumber(
            Scenario.numbered(Integer.parseInt(matcher.group(1))),
            digit.isEmpty() ? 0 : Integer.parseInt(digit));
      }
    }
    int last = contact.isEmpty() ? 0 : Character.digit(contact.charAt(contact.length() - 1), 10);
    return new MagicNumber(Scenario.PLAIN_GOOD, Math.max(0, last));
  }

  /** The area code that stands for a digit n. */
  static String areaCode(int digit) {
    return AREA_CODES.get(digit);
  }
}
