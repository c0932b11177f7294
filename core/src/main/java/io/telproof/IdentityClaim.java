package io.telproof;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * What a person says: this number, this name and this identity number are mine. Prints masked.
 * Immutable.
 *
 * <p>What is certain is put right, because a mismatch for it would be charged: white space around
 * the name and the identity number, and other characters there that nobody sees, are left out; and
 * the final x of a resident identity number, 17 digits and an x, becomes the capital that it is.
 * Whatever else was typed is sent as it is.
 *
 * @param number the phone number
 * @param name the name as the operator holds it, in its own script
 * @param idNumber the number of the identity document; its check digit is not judged, because
 *     vendors accept numbers that fail it
 */
public record IdentityClaim(PhoneNumber number, Sensitive name, Sensitive idNumber) {
  private static final Pattern FINAL_X = Pattern.compile("[0-9]{17}x");

  /**
   * Refuses null, and puts right what is certain.
   *
   * @param number the phone number
   * @param name the name as the operator holds it, in its own script
   * @param idNumber the number of the identity document; its check digit is not judged, because
   *     vendors accept numbers that fail it
   */
  public IdentityClaim {
    Objects.requireNonNull(number, "number");
    name = name.stripped();
    Sensitive typed = idNumber.stripped();
    idNumber =
        FINAL_X.matcher(typed.reveal()).matches()
            ? Sensitive.of(typed.reveal().replace('x', 'X'))
            : typed;
  }

  /**
   * {@return a claim from the three texts}
   *
   * @param number the number that the person claims
   * @param name the person's name, as the identity card has it
   * @param idNumber the number of the identity card
   * @throws IllegalArgumentException if the name or the identity number is empty
   */
  public static IdentityClaim of(PhoneNumber number, String name, String idNumber) {
    return new IdentityClaim(number, Sensitive.of(name), Sensitive.of(idNumber));
  }
}
