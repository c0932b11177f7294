package io.telproof;

import java.util.Objects;

/**
 * A number that was bought with its validation, and the code that came with it. Prints masked.
 * Immutable. White space around the code, and other characters there that nobody sees, are left
 * out.
 *
 * @param number the phone number
 * @param purchaseCode the code handed out with the purchase, not one that is sent to the number
 */
public record PreValidatedClaim(PhoneNumber number, Sensitive purchaseCode) {
  /**
   * Refuses null, and leaves out white space around the code.
   *
   * @param number the phone number
   * @param purchaseCode the code handed out with the purchase, not one that is sent to the number
   */
  public PreValidatedClaim {
    Objects.requireNonNull(number, "number");
    purchaseCode = purchaseCode.stripped();
  }

  /**
   * {@return a claim from the two texts}
   *
   * @param number the phone number
   * @param purchaseCode the code of the purchase
   * @throws IllegalArgumentException if the code is empty
   */
  public static PreValidatedClaim of(PhoneNumber number, String purchaseCode) {
    return new PreValidatedClaim(number, Sensitive.of(purchaseCode));
  }
}
