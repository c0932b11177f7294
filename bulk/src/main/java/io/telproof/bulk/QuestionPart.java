package io.telproof.bulk;

import io.telproof.spi.CheckType;
import io.telproof.spi.ClaimPart;
import java.util.EnumSet;
import java.util.Set;

/** A part of a question, which each row has in a column. */
enum QuestionPart {
  NUMBER("number"),
  NAME("name"),
  ID_NUMBER("idNumber"),
  GIVEN_NAME("givenName"),
  FAMILY_NAME("familyName"),
  /** As {@code 1990-01-31}. */
  BIRTH_DATE("birthDate"),
  /** As {@code 2024-05-01}. */
  HELD_SINCE("heldSince");

  private final String column;

  QuestionPart(String column) {
    this.column = column;
  }

  /** The name of its column, unless the table says another one. */
  String column() {
    return column;
  }

  /**
   * The parts of a question.
   *
   * @param claimed of an identity match, beside the name
   * @throws IllegalArgumentException if no table can be asked about this check
   */
  static Set<QuestionPart> of(CheckType check, Set<ClaimPart> claimed) {
    return switch (check) {
      case PHONE_STATUS, TENURE -> EnumSet.of(NUMBER);
      case IDENTITY_MATCH -> ofIdentityMatch(claimed);
      case RECYCLED_NUMBER -> EnumSet.of(NUMBER, HELD_SINCE);
      // What is sent to a person, what is about this moment, and what no table has been asked yet.
      default ->
          throw new IllegalArgumentException(
              check.key()
                  + " cannot be asked of a table; expected phone-status, tenure, identity-match"
                  + " or recycled-number");
    };
  }

  /** Every part that a question of this check may have. */
  static Set<QuestionPart> possible(CheckType check) {
    return of(check, EnumSet.of(ClaimPart.ID_NUMBER, ClaimPart.NAME_PARTS, ClaimPart.BIRTH_DATE));
  }

  private static Set<QuestionPart> ofIdentityMatch(Set<ClaimPart> claimed) {
    Set<QuestionPart> parts = EnumSet.of(NUMBER, NAME);
    for (ClaimPart part : claimed) {
      switch (part) {
        case ID_NUMBER -> parts.add(ID_NUMBER);
        case NAME_PARTS -> parts.addAll(EnumSet.of(GIVEN_NAME, FAMILY_NAME));
        case BIRTH_DATE -> parts.add(BIRTH_DATE);
        case PURCHASE_CODE ->
            throw new IllegalArgumentException(
                part + " is no part of identity-match; expected id number, name parts, birth date");
      }
    }
    return parts;
  }
}
