package io.telproof.spi;

import io.telproof.Contact;
import io.telproof.PhoneNumber;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What an operation can be asked about: the numbers of which countries, e-mail addresses or not,
 * and claims of which parts. It says no more than the vendor's pages do: a vendor can still answer
 * that it does not serve a number. Immutable.
 *
 * @param callingCodes the country calling codes of the numbers that are served, such as 86; empty
 *     for numbers of any country
 * @param addresses whether e-mail addresses are served
 * @param needed the parts without which the operation cannot be asked
 * @param compared the parts that it can be asked with; what is needed is compared too
 */
public record Coverage(
    Set<Integer> callingCodes, boolean addresses, Set<ClaimPart> needed, Set<ClaimPart> compared) {
  private static final int DIGITS = 3;
  private static final int LARGEST = 999;

  /**
   * Copies the sets.
   *
   * @param callingCodes the country calling codes of the numbers that are served, such as 86; empty
   *     for numbers of any country
   * @param addresses whether e-mail addresses are served
   * @param needed the parts without which the operation cannot be asked
   * @param compared the parts that it can be asked with; what is needed is compared too
   * @throws IllegalArgumentException if a calling code is none, of 1 to 3 digits
   */
  public Coverage {
    if (callingCodes.stream().anyMatch(code -> code < 1 || code > LARGEST)) {
      throw new IllegalArgumentException("a country calling code is 1 to 999, without its plus");
    }
    callingCodes = Set.copyOf(callingCodes);
    needed = Set.copyOf(needed);
    compared = Set.copyOf(compared);
  }

  /** {@return numbers of any country} */
  public static Coverage anyCountry() {
    return new Coverage(Set.of(), false, Set.of(), Set.of());
  }

  /**
   * {@return numbers of these countries}
   *
   * @param codes country calling codes, such as 86; one or more
   * @throws IllegalArgumentException if there is none, or one is no calling code
   */
  public static Coverage callingCodes(List<Integer> codes) {
    if (codes.isEmpty()) {
      throw new IllegalArgumentException("name at least one country calling code, such as 86");
    }
    return new Coverage(Set.copyOf(codes), false, Set.of(), Set.of());
  }

  /**
   * {@return numbers of the country with this calling code}
   *
   * @param code a country calling code, such as 86
   * @throws IllegalArgumentException if it is no calling code
   */
  public static Coverage callingCode(int code) {
    return callingCodes(List.of(code));
  }

  /** {@return the same, and e-mail addresses} */
  public Coverage andAddresses() {
    return new Coverage(callingCodes, true, needed, compared);
  }

  /**
   * {@return the same, for claims that have these parts}
   *
   * @param parts the parts without which the operation cannot be asked
   */
  public Coverage needing(ClaimPart... parts) {
    return new Coverage(callingCodes, addresses, with(needed, parts), compared);
  }

  /**
   * {@return the same, also for claims that have these parts}
   *
   * @param parts the parts that the operation can be asked with
   */
  public Coverage comparing(ClaimPart... parts) {
    return new Coverage(callingCodes, addresses, needed, with(compared, parts));
  }

  private static Set<ClaimPart> with(Set<ClaimPart> parts, ClaimPart... more) {
    Set<ClaimPart> all = EnumSet.noneOf(ClaimPart.class);
    all.addAll(parts);
    all.addAll(List.of(more));
    return all;
  }

  /**
   * {@return whether this number or address is served}
   *
   * @param contact the number or address that is asked about
   */
  public boolean serves(Contact contact) {
    return contact instanceof PhoneNumber number ? serves(number.e164()) : addresses;
  }

  // By hand, as the rest of what is looked at for every question: calling codes are prefix-free.
  private boolean serves(String e164) {
    int code = 0;
    for (int i = 1; i <= DIGITS && i < e164.length() - 1; i++) {
      code = code * 10 + e164.charAt(i) - '0';
      if (callingCodes.contains(code)) {
        return true;
      }
    }
    return callingCodes.isEmpty();
  }

  /**
   * {@return whether a question has what is needed, and claims nothing that would not be compared}
   *
   * @param query the question, of whatever check
   */
  public boolean carries(Object query) {
    for (ClaimPart part : ClaimPart.ALL) {
      if (isMissing(part, query) || isTooMuch(part, query)) {
        return false;
      }
    }
    return true;
  }

  private boolean isMissing(ClaimPart part, Object query) {
    return needed.contains(part) && !part.isIn(query);
  }

  private boolean isTooMuch(ClaimPart part, Object query) {
    return part.isClaimed()
        && part.isIn(query)
        && !needed.contains(part)
        && !compared.contains(part);
  }

  /**
   * {@return why a question is not served, as in {@code serves +86 alone}, {@code needs an identity
   * number} or {@code does not compare a birth date}; empty where it is} Holds nothing of the
   * question.
   *
   * @param contact the number or address that is asked about
   * @param query the question, of whatever check
   */
  public Optional<String> objection(Contact contact, Object query) {
    if (!serves(contact)) {
      return Optional.of(
          contact instanceof PhoneNumber
              ? "serves " + numbers() + " alone"
              : "serves no e-mail address");
    }
    for (ClaimPart part : ClaimPart.ALL) {
      if (isMissing(part, query)) {
        return Optional.of("needs " + part.noun());
      }
      if (isTooMuch(part, query)) {
        return Optional.of("does not compare " + part.noun());
      }
    }
    return Optional.empty();
  }

  /**
   * {@return the numbers and addresses in words, as in {@code +86} or {@code any country, e-mail}}
   */
  public String contacts() {
    return addresses ? numbers() + ", e-mail" : numbers();
  }

  private String numbers() {
    return callingCodes.isEmpty()
        ? "any country"
        : new TreeSet<>(callingCodes)
            .stream().map(code -> "+" + code).collect(Collectors.joining(" "));
  }

  /** As a person reads it. */
  @Override
  public String toString() {
    return contacts()
        + needed.stream()
            .sorted()
            .map(ClaimPart::toString)
            .collect(Collectors.collectingAndThen(Collectors.joining(" and "), Coverage::with));
  }

  private static String with(String parts) {
    return parts.isEmpty() ? "" : ", with " + parts;
  }
}
