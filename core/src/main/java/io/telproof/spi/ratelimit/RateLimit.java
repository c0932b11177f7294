package io.telproof.spi.ratelimit;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * How many requests a vendor takes in any window of a period. Immutable.
 *
 * @param permits 1 or more
 * @param period more than zero
 */
public record RateLimit(int permits, Duration period) {
  private static final Pattern FORM = Pattern.compile("([1-9][0-9]{0,8})/(s|min|h|day)");

  /**
   * Checks the two.
   *
   * @param permits 1 or more
   * @param period more than zero
   * @throws IllegalArgumentException if there is no permit or no period
   */
  public RateLimit {
    if (permits < 1) {
      throw new IllegalArgumentException("a limit gives 1 permit or more, but gives " + permits);
    }
    if (period.isNegative() || period.isZero()) {
      throw new IllegalArgumentException("a limit's period is more than zero, but is " + period);
    }
  }

  /**
   * {@return so many a second}
   *
   * @param permits how many requests may go out in a period; at least one
   * @throws IllegalArgumentException if there is no permit
   */
  public static RateLimit perSecond(int permits) {
    return new RateLimit(permits, Duration.ofSeconds(1));
  }

  /**
   * {@return a limit as it is written in a configuration: {@code 25/s}, {@code 600/min}, {@code
   * 5000/h}, {@code 10000/day}} A day is any 24 hours, not one of the calendar.
   *
   * @param text such as {@code 25/s}
   * @throws IllegalArgumentException if it is written otherwise, or gives no permit
   */
  public static RateLimit of(String text) {
    Matcher form = FORM.matcher(text);
    if (!form.matches()) {
      throw new IllegalArgumentException(
          "expected a number of requests, from 1 to 999999999, and a period: s, min, h or day, as in"
              + " 25/s or 10000/day");
    }
    return new RateLimit(Integer.parseInt(form.group(1)), period(form.group(2)));
  }

  private static Duration period(String word) {
    return switch (word) {
      case "s" -> Duration.ofSeconds(1);
      case "min" -> Duration.ofMinutes(1);
      case "h" -> Duration.ofHours(1);
      default -> Duration.ofDays(1);
    };
  }

  /** As people write it: {@code 20/s}, or {@code 7 in PT0.3S} where the period has no word. */
  @Override
  public String toString() {
    return Stream.of("s", "min", "h", "day")
        .filter(word -> period(word).equals(period))
        .findFirst()
        .map(word -> permits + "/" + word)
        .orElseGet(() -> permits + " in " + period);
  }
}
