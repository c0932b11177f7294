package io.telproof.bulk;

import io.telproof.IdentityClaim;
import io.telproof.PhoneNumber;
import io.telproof.RecycledQuery;
import io.telproof.TenureQuery;
import io.telproof.bulk.internal.file.Row;
import io.telproof.spi.CheckType;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/** Makes questions of rows. Immutable. */
final class Questions {
  private static final String NUMBER = "number";
  private static final String NAME = "name";
  private static final String ID_NUMBER = "idNumber";
  private static final String HELD_SINCE = "heldSince";

  /** What a decoder writes where a byte is none of its charset. */
  private static final char REPLACEMENT = '\ufffd';

  private final CheckType check;
  private final OptionalInt months;
  private final NumberReader numbers;
  private final Map<String, Integer> places = new HashMap<>();

  /**
   * For a table with these columns.
   *
   * @throws BulkException if a column is missing
   */
  Questions(
      CheckType check,
      OptionalInt months,
      NumberReader numbers,
      InputTable table,
      List<String> columns)
      throws BulkException {
    this.check = check;
    this.months = months;
    this.numbers = numbers;
    List<String> missing = new ArrayList<>();
    for (String part : parts(check)) {
      String column = table.columns().getOrDefault(part, part);
      int place = columns.indexOf(column);
      if (place < 0) {
        missing.add(part);
      } else if (place != columns.lastIndexOf(column)) {
        throw new BulkException("the table has two columns of the name that is said for " + part);
      }
      places.put(part, place);
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

  /**
   * The parts of a question, in their order.
   *
   * @throws IllegalArgumentException if no table can be asked about so
   */
  static List<String> parts(CheckType check) {
    return switch (check) {
      case PHONE_STATUS, TENURE -> List.of(NUMBER);
      case IDENTITY_MATCH -> List.of(NUMBER, NAME, ID_NUMBER);
      case RECYCLED_NUMBER -> List.of(NUMBER, HELD_SINCE);
      case CODE_DELIVERY, CODE_VERIFICATION, PRE_VALIDATED_NUMBER, SIM_SWAP ->
          throw new IllegalArgumentException(
              check.key()
                  + " cannot be asked of a table; expected phone-status, tenure, identity-match"
                  + " or recycled-number");
    };
  }

  /** The columns that hold something of a person because the question is made of them. */
  Set<Integer> places() {
    return new TreeSet<>(places.values());
  }

  /**
   * The question of a row.
   *
   * @throws UnaskableRowException if it is none
   */
  Object query(Row row) throws UnaskableRowException {
    PhoneNumber number = number(part(row, NUMBER));
    return switch (check) {
      case PHONE_STATUS -> number;
      case TENURE -> new TenureQuery(number, months);
      case RECYCLED_NUMBER -> RecycledQuery.of(number, day(part(row, HELD_SINCE)));
      default -> claim(number, part(row, NAME), part(row, ID_NUMBER));
    };
  }

  private PhoneNumber number(String text) throws UnaskableRowException {
    try {
      return numbers.read(text);
    } catch (IllegalArgumentException e) {
      throw new UnaskableRowException(NUMBER + ": " + e.getMessage());
    }
  }

  private static LocalDate day(String text) throws UnaskableRowException {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeParseException e) {
      // Without the cause: it repeats what stands in the table.
      throw new UnaskableRowException(HELD_SINCE + ": expected a day, as 2024-05-01");
    }
  }

  private static IdentityClaim claim(PhoneNumber number, String name, String idNumber)
      throws UnaskableRowException {
    try {
      return IdentityClaim.of(number, name, idNumber);
    } catch (IllegalArgumentException e) {
      throw new UnaskableRowException(NAME + " or " + ID_NUMBER + ": " + e.getMessage());
    }
  }

  private String part(Row row, String part) throws UnaskableRowException {
    int place = places.getOrDefault(part, -1);
    if (place >= row.fields().size()) {
      throw new UnaskableRowException("it has no " + part + ": there are too few fields");
    }
    String text = row.fields().get(place).strip();
    if (text.isEmpty()) {
      throw new UnaskableRowException(part + " is empty");
    }
    if (text.indexOf(REPLACEMENT) >= 0) {
      throw new UnaskableRowException(part + " is not in the charset of the table");
    }
    return text;
  }
}
