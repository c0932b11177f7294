package io.telproof.bulk;

import java.util.List;

/** How a row is written. For one thread. */
interface OutcomeFormat {
  /**
   * What stands before the first row.
   *
   * @param kept the names of the columns that are taken over
   */
  String header(List<String> kept);

  /** The names of its own, which no column can have that is taken over. */
  List<String> names();

  /** A row, with the end of its line. */
  String row(Row row, List<String> kept, List<String> fields, Outcome outcome);
}
