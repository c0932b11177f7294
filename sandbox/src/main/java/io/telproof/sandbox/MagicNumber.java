package io.telproof.sandbox;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which scenario a contact plays: {@code +8613800138SSn}, {@code +990123400SSn} and {@code
 * scenario-SSn…@example.com}, where SS is the scenario's number and n any digit.
 *
 * @param scenario the plain good case for a contact outside the table
 * @param digit n, by which a scenario of several spellings chooses; 0 where an address has none
 */
public record MagicNumber(Scenario scenario, int digit) {

  private static final Pattern PHONE =
      Pattern.compile("(?:(?:\\+?86)?13800138|\\+?990123400)(\\d\\d)(\\d)");
  private static final Pattern EMAIL =
      Pattern.compile("scenario-(\\d\\d)(\\d?)[^@]*@example\\.com", Pattern.CASE_INSENSITIVE);

  /**
   * Reads a phone number, with or without its country code, or an e-mail address.
   *
   * @param contact a phone number, or another contact
   * @return what the number asks for
   */
  public static MagicNumber of(String contact) {
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
}
