package io.telproof;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a person says: this number and this name are mine, and this identity number and birth date
 * where they are given. Prints masked. Immutable.
 *
 * <p>Every part that is given is compared, or the answer is {@link Gap#NOT_COVERED}, free, and
 * nothing is sent. Given and family name are the name once more, for vendors that compare them
 * apart: a vendor that compares whole names does not need them.
 *
 * <p>What is certain is put right, because a mismatch for it would be charged: white space around
 * each text, and other characters there that nobody sees, are left out; and the final x of a
 * resident identity number, 17 digits and an x, becomes the capital that it is. Whatever else was
 * typed is sent as it is.
 *
 * @param number the phone number
 * @param name the name as the operator holds it, in its own script
 * @param idNumber the number of the identity document, where it is to be compared; its check digit
 *     is not judged, because vendors accept numbers that fail it
 * @param givenName the given name alone
 * @param familyName the family name alone
 * @param birthDate the day of birth as in {@code 1990-01-31}, where it is to be compared
 */
public record IdentityClaim(
    PhoneNumber number,
    Sensitive name,
    Optional<Sensitive> idNumber,
    Optional<Sensitive> givenName,
    Optional<Sensitive> familyName,
    Optional<Sensitive> birthDate) {
  private static final Pattern FINAL_X = Pattern.compile("[0-9]{17}x");

  /**
   * Refuses null, and puts right what is certain.
   *
   * @param number the phone number
   * @param name the name as the operator holds it, in its own script
   * @param idNumber the number of the identity document, where it is to be compared; its check
   *     digit is not judged, because vendors accept numbers that fail it
   * @param givenName the given name alone
   * @param familyName the family name alone
   * @param birthDate the day of birth as in {@code 1990-01-31}, where it is to be compared
   * @throws IllegalArgumentException if one of given and family name is there without the other, or
   *     the birth date is no day as in {@code 1990-01-31}
   */
  public IdentityClaim {
    Objects.requireNonNull(number, "number");
    name = name.stripped();
    idNumber = idNumber.map(Sensitive::stripped).map(IdentityClaim::withCapitalX);
    givenName = givenName.map(Sensitive::stripped);
    familyName = familyName.map(Sensitive::stripped);
    if (givenName.isPresent() != familyName.isPresent()) {
      throw new IllegalArgumentException("a given name and a family name are given together");
    }
    birthDate.ifPresent(IdentityClaim::checkDay);
  }

  /**
   * {@return a claim of a number and a name alone}
   *
   * @param number the number that the person claims
   * @param name the person's name, as the identity card has it
   * @throws IllegalArgumentException if the name is empty
   */
  public static IdentityClaim of(PhoneNumber number, String name) {
    return new IdentityClaim(
        number,
        Sensitive.of(name),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
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
    return of(number, name).withIdNumber(idNumber);
  }

  /**
   * {@return the same claim with this identity number}
   *
   * @param text the number of the identity card
   * @throws IllegalArgumentException if it is empty
   */
  public IdentityClaim withIdNumber(String text) {
    return new IdentityClaim(
        number, name, Optional.of(Sensitive.of(text)), givenName, familyName, birthDate);
  }

  /**
   * {@return the same claim with the two parts of the name}
   *
   * @param given the given name alone
   * @param family the family name alone
   * @throws IllegalArgumentException if one of them is empty
   */
  public IdentityClaim withNameParts(String given, String family) {
    return new IdentityClaim(
        number,
        name,
        idNumber,
        Optional.of(Sensitive.of(given)),
        Optional.of(Sensitive.of(family)),
        birthDate);
  }

  /**
   * {@return the same claim with this day of birth}
   *
   * @param day the day on which the person says they were born
   */
  public IdentityClaim withBirthDate(LocalDate day) {
    return new IdentityClaim(
        number, name, idNumber, givenName, familyName, Optional.of(Sensitive.of(day.toString())));
  }

  private static Sensitive withCapitalX(Sensitive typed) {
    return FINAL_X.matcher(typed.reveal()).matches()
        ? Sensitive.of(typed.reveal().replace('x', 'X'))
        : typed;
  }

  private static void checkDay(Sensitive day) {
    try {
      LocalDate unused = LocalDate.parse(day.reveal());
    } catch (DateTimeParseException e) {
      // Without the cause: its message has the date.
      throw new IllegalArgumentException("a birth date is a day as in 1990-01-31");
    }
  }
}
