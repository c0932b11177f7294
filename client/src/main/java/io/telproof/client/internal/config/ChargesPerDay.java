package io.telproof.client.internal.config;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many charges a calendar day may bring, as a setting. Immutable.
 *
 * @param charges 1 or more
 */
public record ChargesPerDay(int charges) {
  private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,8})/day");

  /** Checks the count. */
  public ChargesPerDay {
    if (charges < 1) {
      throw new IllegalArgumentException("a day's allowance is 1 or more, but was " + charges);
    }
  }

  /**
   * An allowance as it is written in a configuration: {@code 100/day}.
   *
   * @throws IllegalArgumentException if it is written otherwise, or is none at all
   */
  public static ChargesPerDay of(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new IllegalArgumentException(
          "expected a number of charges a day, from 1/day to 999999999/day, as in 100/day");
    }
    return new ChargesPerDay(Integer.parseInt(form.group(1)));
  }

  @Override
  public String toString() {
    return charges + "/day";
  }
}
