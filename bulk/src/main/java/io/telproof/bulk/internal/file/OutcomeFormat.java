package io.telproof.bulk.internal.file;

import io.telproof.bulk.OutputFormat;
import io.telproof.spi.CheckType;
import java.util.List;

/** How a row is written. For one thread. */
public interface OutcomeFormat {
  /** The one of an output. */
  static OutcomeFormat of(OutputFormat format, CheckType check) {
    return switch (format) {
      case CSV -> new CsvOutcomes(check);
      case JSON_LINES -> new JsonOutcomes();
    };
  }

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
