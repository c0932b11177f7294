package io.telproof.camara;

import io.telproof.IdentityClaim;
import io.telproof.IdentityVerdict.Attribute;
import io.telproof.Sensitive;
import java.util.Optional;
import java.util.function.Function;

/** What is compared of a claim, in the words of kyc-match. */
@SuppressWarnings("ImmutableEnumChecker") // Its function keeps nothing.
enum KycProperty {
  NAME("name", Attribute.NAME, claim -> Optional.of(claim.name())),
  GIVEN_NAME("givenName", Attribute.NAME, IdentityClaim::givenName),
  FAMILY_NAME("familyName", Attribute.NAME, IdentityClaim::familyName),
  ID_DOCUMENT("idDocument", Attribute.ID_NUMBER, IdentityClaim::idNumber),
  BIRTHDATE("birthdate", Attribute.BIRTH_DATE, IdentityClaim::birthDate);

  private final String field;
  private final Attribute attribute;
  private final Function<IdentityClaim, Optional<Sensitive>> part;

  KycProperty(
      String field, Attribute attribute, Function<IdentityClaim, Optional<Sensitive>> part) {
    this.field = field;
    this.attribute = attribute;
    this.part = part;
  }

  /** The field that asks. */
  String field() {
    return field;
  }

  /** The field that answers. */
  String match() {
    return field + "Match";
  }

  /** The field that tells how near to the operator's it is, of names alone. */
  String score() {
    return field + "MatchScore";
  }

  /** What of the holder it is. */
  Attribute attribute() {
    return attribute;
  }

  /** What a claim says of it. */
  Optional<Sensitive> in(IdentityClaim claim) {
    return part.apply(claim);
  }
}
