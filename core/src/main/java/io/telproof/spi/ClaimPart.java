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
  ID_NUMBER(query -> query instanceof IdentityClaim claim && claim.idNumber().isPresent(), true),
  /** {@link IdentityClaim#givenName()} and {@link IdentityClaim#familyName()}. */
  NAME_PARTS(query -> query instanceof IdentityClaim claim && claim.givenName().isPresent(), false),
  /** {@link IdentityClaim#birthDate()}. */
  BIRTH_DATE(query -> query instanceof IdentityClaim claim && claim.birthDate().isPresent(), true),
  /** {@link PreValidatedClaim#purchaseCode()}. */
  PURCHASE_CODE(
      query -> query instanceof PreValidatedClaim claim && claim.purchaseCode().isPresent(), false);

  /** Without the copy that each call of {@link #values()} makes. */
  static final List<ClaimPart> ALL = List.of(values());

  private final Predicate<Object> given;
  private final boolean claimed;

  /**
   * A part.
   *
   * @param given whether a question has it
   * @param claimed whether an answer that did not compare it would say more than is known
   */
  ClaimPart(Predicate<Object> given, boolean claimed) {
    this.given = given;
    this.claimed = claimed;
  }

  /** Whether a question that has it can be answered only by an operation that compares it. */
  boolean isClaimed() {
    return claimed;
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
