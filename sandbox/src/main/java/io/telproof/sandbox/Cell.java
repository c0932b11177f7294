package io.telproof.sandbox;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;

/** What one check answers in one scenario, for people. */
record Cell(Check check, String answer) {

  /** The same answer from every check. */
  static Cell[] all(String answer) {
    return Arrays.stream(Check.values()).map(check -> new Cell(check, answer)).toArray(Cell[]::new);
  }

  /** The same answer from every check but these. */
  static Cell[] allBut(String answer, Cell... others) {
    return Stream.concat(Arrays.stream(all(answer)), Arrays.stream(others)).toArray(Cell[]::new);
  }

  /** The plain good answers of a line that this carrier serves. */
  static Cell[] carrier(String carrier) {
    return new Cell[] {
      Check.PHONE_STATUS.says("ACTIVE (alibaba: carrier " + carrier + ")"),
      Check.TENURE.says("[24,+)"),
      Check.IDENTITY_MATCH.says("MATCH, carrier " + carrier)
    };
  }

  static Map<Check, String> row(Cell... cells) {
    Map<Check, String> row = new EnumMap<>(Check.class);
    for (Cell cell : cells) {
      row.put(cell.check(), cell.answer());
    }
    return Collections.unmodifiableMap(row);
  }
}
