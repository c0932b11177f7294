package io.telproof.bulk;

import io.telproof.IdentityClaim;
import io.telproof.PhoneNumber;
import io.telproof.RecycledQuery;
import io.telproof.TenureQuery;
import io.telproof.bulk.internal.file.Row;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes questions of rows. Immutable. */
final class Questions {
  /** What a decoder writes where a byte is none of its charset. */
  private static final char REPLACEMENT = '\ufffd';

  private final QuestionSettings settings;
  private final Map<QuestionPart, Integer> places = new EnumMap<>(QuestionPart.class);
  private final Set<Integer> personal = new HashSet<>();

  /**
   * For a table with these columns.
   *
   * @throws BulkException if a column is missing, or is said for a part that is not asked about
   */
  Questions(QuestionSettings settings, InputTable table, List<String> columns)
      throws BulkException {
    this.settings = settings;
    requireParts(table);
    List<String> missing = new ArrayList<>();
    for (QuestionPart part : settings.parts()) {
      String column = table.columns().getOrDefault(part.column(), part.column());
      int place = columns.indexOf(column);
      if (place < 0) {
        missing.add(part.column());
      } else if (place != columns.lastIndexOf(column)) {
        throw new BulkException(
            "the table has two columns of the name that is said for " + part.column());
      }
      places.put(part, place);
    }
    personal.addAll(places.values());
    for (QuestionPart part : QuestionPart.possible(settings.check())) {
      for (int i = 0; i < columns.size(); i++) {
        if (columns.get(i).equals(part.column())) {
          personal.add(i);
        }
      }
    }
    if (!missing.isEmpty()) {
      throw new BulkException(
          // Their names are not told: without a header they are somebody's number and name.
          "none of the "
              + columns.size()
              + " columns of the table has the name of "
              + String.join(", ", missing)
              + ": say which one is which, as in number=phone; or is there no header, another"
              + " charset or another separator?");
    }
  }

  /** Said for nothing, a column would be taken for another one, or for none. */
  private void requireParts(InputTable table) throws BulkException {
    List<String> keys = settings.parts().stream().map(QuestionPart::column).toList();
    if (!keys.containsAll(table.columns().keySet())) {
      throw new BulkException(
          // It is not told: the two sides of a column may have been swapped.
          "a column is said for a part that this question does not have; its parts are "
              + String.join(", ", keys));
    }
  }

  /**
   * The columns that hold something of a person because the question is made of them, or could be:
   * who compares the name alone does not want the identity numbers in the output.
   */
  Set<Integer> personal() {
    return Set.copyOf(personal);
  }

  /**
   * The question of a row.
   *
   * @throws UnaskableRowException if it is none
   */
  Object query(Row row) throws UnaskableRowException {
    PhoneNumber number = number(part(row, QuestionPart.NUMBER));
    return switch (settings.check()) {
      case PHONE_STATUS -> number;
      case TENURE -> new TenureQuery(number, settings.months());
      case RECYCLED_NUMBER -> RecycledQuery.of(number, day(row, QuestionPart.HELD_SINCE));
      default -> claim(number, row);
    };
  }

  private PhoneNumber number(String text) throws UnaskableRowException {
    try {
      return settings.numbers().read(text);
    } catch (IllegalArgumentException e) {
      throw new UnaskableRowException(QuestionPart.NUMBER.column() + ": " + e.getMessage());
    }
  }

  private LocalDate day(Row row, QuestionPart part) throws UnaskableRowException {
    try {
      return LocalDate.parse(part(row, part));
    } catch (DateTimeParseException e) {
      // Without the cause: it repeats what stands in the table.
      throw new UnaskableRowException(part.column() + ": expected a day, as 2024-05-01");
    }
  }

  private IdentityClaim claim(PhoneNumber number, Row row) throws UnaskableRowException {
    try {
      return compared(number, row);
    } catch (IllegalArgumentException e) {
      throw new UnaskableRowException("the parts of the person: " + e.getMessage());
    }
  }

  private IdentityClaim compared(PhoneNumber number, Row row) throws UnaskableRowException {
    IdentityClaim claim = IdentityClaim.of(number, part(row, QuestionPart.NAME));
    if (settings.parts().contains(QuestionPart.ID_NUMBER)) {
      claim = claim.withIdNumber(part(row, QuestionPart.ID_NUMBER));
    }
    if (settings.parts().contains(QuestionPart.GIVEN_NAME)) {
      claim =
          claim.withNameParts(
              part(row, QuestionPart.GIVEN_NAME), part(row, QuestionPart.FAMILY_NAME));
    }
    return settings.parts().contains(QuestionPart.BIRTH_DATE)
        ? claim.withBirthDate(day(row, QuestionPart.BIRTH_DATE))
        : claim;
  }

  private String part(Row row, QuestionPart part) throws UnaskableRowException {
    int place = places.getOrDefault(part, -1);
    if (place >= row.fields().size()) {
      throw new UnaskableRowException("it has no " + part.column() + ": there are too few fields");
    }
    String text = row.fields().get(place).strip();
    if (text.isEmpty()) {
      throw new UnaskableRowException(part.column() + " is empty");
    }
    if (text.indexOf(REPLACEMENT) >= 0) {
      throw new UnaskableRowException(part.column() + " is not in the charset of the table");
    }
    return text;
  }
}
