package io.telproof.client.internal.config;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A share of the questions, as a setting. Immutable.
 *
 * @param percent more than 0, at most 100
 */
public record Percentage(BigDecimal percent) {
  private static final Pattern FORM = Pattern.compile("((?:0|[1-9][0-9]{0,2})(?:\\.[0-9]{1,6})?)%");
  private static final BigDecimal ALL = BigDecimal.valueOf(100);

  /** Checks the range. 5.0 % is 5 %. */
  public Percentage {
    if (percent.signum() <= 0 || percent.compareTo(ALL) > 0) {
      throw new IllegalArgumentException("expected more than 0% and at most 100%, as in 5%");
    }
    percent = percent.stripTrailingZeros();
  }

  /**
   * A share as it is written in a configuration: {@code 5%}, {@code 0.5%}.
   *
   * @throws IllegalArgumentException if it is written otherwise, is nothing, or is more than all
   */
  public static Percentage of(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new IllegalArgumentException(
          "expected a share in percent, with at most six decimals, as in 5% or 0.5%");
    }
    return new Percentage(new BigDecimal(form.group(1)));
  }

  /** The share of one: more than 0, at most 1. */
  public double fraction() {
    return percent.movePointLeft(2).doubleValue();
  }

  @Override
  public String toString() {
    return percent.toPlainString() + "%";
  }
}
