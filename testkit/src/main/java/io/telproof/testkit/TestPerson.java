package io.telproof.testkit;

import io.telproof.PhoneNumber;
import java.util.List;
import java.util.Optional;

/**
 * The person the contracts ask about. Every text is a canary: where it shows in a log, an exception
 * or a thread's name, somebody's real data would. Immutable.
 *
 * @param countryCode the calling code of the number
 * @param national the number without it; its last digits are varied
 * @param name beyond ASCII, beyond the basic plane
 * @param idNumber ends in an X
 * @param code begins with a zero
 * @param handle of no code that was ever sent; a vendor that knows codes without handles must not
 *     care
 * @param purchaseCode begins with a zero; empty for a vendor that does not ask for one
 * @param uncovered numbers that the vendor does not serve: they must cost nothing; empty where it
 *     serves every number
 * @param nameParts given and family name, for a vendor that compares them apart and is not sent the
 *     whole name; empty for the others
 */
public record TestPerson(
    int countryCode,
    String national,
    String name,
    String idNumber,
    String code,
    String handle,
    String purchaseCode,
    List<PhoneNumber> uncovered,
    Optional<NameParts> nameParts) {
  /**
   * The two parts of a name, each a canary.
   *
   * @param given the given name alone
   * @param family the family name alone
   */
  public record NameParts(String given, String family) {}

  /**
   * Copies the list.
   *
   * @param countryCode the calling code of the number
   * @param national the number without it; its last digits are varied
   * @param name beyond ASCII, beyond the basic plane
   * @param idNumber ends in an X
   * @param code begins with a zero
   * @param handle of no code that was ever sent; a vendor that knows codes without handles must not
   *     care
   * @param purchaseCode begins with a zero
   * @param uncovered numbers that the vendor does not serve: they must cost nothing; empty where it
   *     serves every number
   * @param nameParts given and family name, for a vendor that compares them apart and is not sent
   *     the whole name; empty for the others
   */
  public TestPerson {
    uncovered = List.copyOf(uncovered);
  }

  /**
   * {@return a number of mainland China, with one of Hong Kong and one of North America not served}
   */
  public static TestPerson mainlandChina() {
    return new TestPerson(
        86,
        "13900139000",
        "阿卜杜拉·買買提𠮷",
        "11010519491231002X",
        "048213",
        "handle-7Q4",
        "07715082",
        List.of(PhoneNumber.of("+85291234567"), PhoneNumber.of("+14155550100")),
        Optional.empty());
  }

  /**
   * {@return the same person, whose name is claimed in its parts too}
   *
   * @param given the given name alone
   * @param family the family name alone
   */
  public TestPerson withNameParts(String given, String family) {
    return new TestPerson(
        countryCode,
        national,
        name,
        idNumber,
        code,
        handle,
        purchaseCode,
        uncovered,
        Optional.of(new NameParts(given, family)));
  }

  /** {@return the person's number} */
  public PhoneNumber number() {
    return PhoneNumber.of(countryCode, national);
  }
}
