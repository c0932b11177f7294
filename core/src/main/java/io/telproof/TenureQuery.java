package io.telproof;

import java.util.Objects;
import java.util.OptionalInt;

/**
 * A question for a tenure. Immutable.
 *
 * @param number the number asked about
 * @param monthsOfInterest the threshold the caller cares about, 1 or more; needed by vendors that
 *     only answer "at least since", ignored by the others
 */
public record TenureQuery(PhoneNumber number, OptionalInt monthsOfInterest) {
  /**
   * Checks the threshold.
   *
   * @param number the number asked about
   * @param monthsOfInterest the threshold the caller cares about, 1 or more; needed by vendors that
   *     only answer "at least since", ignored by the others
   * @throws IllegalArgumentException if the threshold is below one month
   */
  public TenureQuery {
    Objects.requireNonNull(number, "number");
    if (monthsOfInterest.isPresent() && monthsOfInterest.getAsInt() < 1) {
      throw new IllegalArgumentException(
          "the months of interest are 1 or more, but were " + monthsOfInterest.getAsInt());
    }
  }

  /**
   * Without a threshold.
   *
   * @param number the number that is asked about
   * @return the query
   */
  public static TenureQuery of(PhoneNumber number) {
    return new TenureQuery(number, OptionalInt.empty());
  }

  /**
   * With a threshold.
   *
   * @param number the number that is asked about
   * @param monthsOfInterest the months by which the caller decides, at least one
   * @return the query
   * @throws IllegalArgumentException if the threshold is below one month
   */
  public static TenureQuery of(PhoneNumber number, int monthsOfInterest) {
    return new TenureQuery(number, OptionalInt.of(monthsOfInterest));
  }
}
