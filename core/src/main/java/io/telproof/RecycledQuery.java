package io.telproof;

import java.time.LocalDate;
import java.util.Objects;

/**
 * A question whether a number has changed hands. Immutable.
 *
 * @param number the number asked about
 * @param heldSince a day on which the person held the number, such as the day of the sign-up, in
 *     the number's own country; a day to come is refused by the vendors
 */
public record RecycledQuery(PhoneNumber number, LocalDate heldSince) {
  /**
   * Refuses null.
   *
   * @param number the number asked about
   * @param heldSince a day on which the person held the number, such as the day of the sign-up, in
   *     the number's own country; a day to come is refused by the vendors
   */
  public RecycledQuery {
    Objects.requireNonNull(number, "number");
    Objects.requireNonNull(heldSince, "heldSince");
  }

  /**
   * {@return a question about a number that was held on this day}
   *
   * @param number the number that is asked about
   * @param heldSince a day on which the person held the number, in the number's own country
   */
  public static RecycledQuery of(PhoneNumber number, LocalDate heldSince) {
    return new RecycledQuery(number, heldSince);
  }
}
