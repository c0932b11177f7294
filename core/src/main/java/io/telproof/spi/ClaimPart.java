package io.telproof.spi;

import io.telproof.IdentityClaim;
import io.telproof.PreValidatedClaim;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/** A part of a claim that may be missing, and that some operations need or compare. */
@SuppressWarnings("ImmutableEnumChecker") // Its function keeps nothing.
public enum ClaimPart {
  /** {@link IdentityClaim#idNumber()}. */
  ID_NUMBER(
      "an identity number",
      query -> query instanceof IdentityClaim claim && claim.idNumber().isPresent(),
      true),
  /** {@link IdentityClaim#givenName()} and {@link IdentityClaim#familyName()}. */
  NAME_PARTS(
      "a given and a family name",
      query -> query instanceof IdentityClaim claim && claim.givenName().isPresent(),
      false),
  /** {@link IdentityClaim#birthDate()}. */
  BIRTH_DATE(
      "a birth date",
      query -> query instanceof IdentityClaim claim && claim.birthDate().isPresent(),
      true),
  /** {@link PreValidatedClaim#purchaseCode()}. */
  PURCHASE_CODE(
      "a purchase code",
      query -> query instanceof PreValidatedClaim claim && claim.purchaseCode().isPresent(),
      false);

  /** Without the copy that each call of {@link #values()} makes. */
  static final List<ClaimPart> ALL = List.of(values());

  private final String noun;
  private final Predicate<Object> given;
  private final boolean claimed;

  /**
   * A part.
   *
   * @param noun in words, with its article
   * @param given whether a question has it
   * @param claimed whether an answer that did not compare it would say more than is known
   */
  ClaimPart(String noun, Predicate<Object> given, boolean claimed) {
    this.noun = noun;
    this.given = given;
    this.claimed = claimed;
  }

  /** Whether a question that has it can be answered only by an operation that compares it. */
  boolean isClaimed() {
    return claimed;
  }

  /** In a sentence, as in {@code an identity number}. */
  String noun() {
    return noun;
  }

  /** Whether a question has it. */
  boolean isIn(Object query) {
    return given.test(query);
  }

  /** In words, as in {@code id number}. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
