package io.telproof;

import java.util.Objects;

/**
 * What a person says: this number, this name and this identity number are mine. Prints masked.
 * Immutable.
 *
 * @param number the phone number
 * @param name the name as the operator holds it, in its own script
 * @param idNumber the number of the identity document; its check digit is not judged, because
 *     vendors accept numbers that fail it
 */
public record IdentityClaim(PhoneNumber number, Sensitive name, Sensitive idNumber) {
  /** Refuses null. */
  public IdentityClaim {
    Objects.requireNonNull(number, "number");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(idNumber, "idNumber");
  }

  /**
   * A claim from the three texts.
   *
   * @throws IllegalArgumentException if the name or the identity number is empty
   */
  public static IdentityClaim of(PhoneNumber number, String name, String idNumber) {
    return new IdentityClaim(number, Sensitive.of(name), Sensitive.of(idNumber));
  }
}
