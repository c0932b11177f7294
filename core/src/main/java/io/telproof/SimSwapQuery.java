package io.telproof;

import java.time.Duration;
import java.util.Objects;

/**
 * A question whether a SIM card was changed. Immutable.
 *
 * @param number the number asked about
 * @param within how far back to look, whole hours, from 1 to 2400
 */
public record SimSwapQuery(PhoneNumber number, Duration within) {
  private static final long MOST_HOURS = 2400;

  /**
   * Checks the time.
   *
   * @param number the number asked about
   * @param within how far back to look, whole hours, from 1 to 2400
   * @throws IllegalArgumentException if it is not 1 to 2400 whole hours
   */
  public SimSwapQuery {
    Objects.requireNonNull(number, "number");
    long hours = within.toHours();
    if (hours < 1 || hours > MOST_HOURS || !within.equals(Duration.ofHours(hours))) {
      throw new IllegalArgumentException(
          "a SIM swap is asked for within 1 to 2400 whole hours, but this was " + within);
    }
  }

  /**
   * {@return a question about a number}
   *
   * @param number the number that is asked about
   * @param within how far back to look, whole hours, from 1 to 2400
   * @throws IllegalArgumentException if the time is not 1 to 2400 whole hours
   */
  public static SimSwapQuery of(PhoneNumber number, Duration within) {
    return new SimSwapQuery(number, within);
  }
}
