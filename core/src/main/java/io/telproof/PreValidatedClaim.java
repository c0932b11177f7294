package io.telproof;

import java.util.Objects;
import java.util.Optional;

/**
 * A number that was bought with its validation, and the code that came with it where the vendor
 * asks for one. Prints masked. Immutable. White space around the code, and other characters there
 * that nobody sees, are left out.
 *
 * @param number the number that was bought
 * @param purchaseCode the code handed out with the purchase, not one that is sent to the number; a
 *     vendor that needs it answers {@link Gap#NOT_COVERED} where it is missing, free, and nothing
 *     is sent
 */
public record PreValidatedClaim(PhoneNumber number, Optional<Sensitive> purchaseCode) {
  /**
   * Refuses null, and leaves out white space around the code.
   *
   * @param number the number that was bought
   * @param purchaseCode the code handed out with the purchase, not one that is sent to the number;
   *     a vendor that needs it answers {@link Gap#NOT_COVERED} where it is missing, free, and
   *     nothing is sent
   */
  public PreValidatedClaim {
    Objects.requireNonNull(number, "number");
    purchaseCode = purchaseCode.map(Sensitive::stripped);
  }

  /**
   * {@return a claim without a code}
   *
   * @param number the phone number
   */
  public static PreValidatedClaim of(PhoneNumber number) {
    return new PreValidatedClaim(number, Optional.empty());
  }

  /**
   * {@return a claim from the two texts}
   *
   * @param number the phone number
   * @param purchaseCode the code of the purchase
   * @throws IllegalArgumentException if the code is empty
   */
  public static PreValidatedClaim of(PhoneNumber number, String purchaseCode) {
    return new PreValidatedClaim(number, Optional.of(Sensitive.of(purchaseCode)));
  }
}
