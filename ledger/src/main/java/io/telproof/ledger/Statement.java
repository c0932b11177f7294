package io.telproof.ledger;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A vendor's own statement: a table in CSV with a header, of which a row is one request. Immutable.
 *
 * @param file the table; it is read several times
 * @param charset of the table; a byte order mark overrules it
 * @param separator between two fields
 * @param requestId the column of the vendor's ids of requests; empty where there is none
 * @param time the column of the time or the day
 * @param timePattern of that column, as of {@link java.time.format.DateTimeFormatter}; empty for
 *     those that are usual
 * @param charge the column of what a request cost: a number, or CHARGED or FREE; empty where every
 *     row was billed
 */
public record Statement(
    Path file,
    Charset charset,
    char separator,
    Optional<String> requestId,
    String time,
    Optional<String> timePattern,
    Optional<String> charge) {
  /**
   * Refuses null.
   *
   * @param file the table; it is read several times
   * @param charset of the table; a byte order mark overrules it
   * @param separator between two fields
   * @param requestId the column of the vendor's ids of requests; empty where there is none
   * @param time the column of the time or the day
   * @param timePattern of that column, as of {@link java.time.format.DateTimeFormatter}; empty for
   *     those that are usual
   * @param charge the column of what a request cost: a number, or CHARGED or FREE; empty where
   *     every row was billed
   */
  public Statement {
    Objects.requireNonNull(file, "file");
    Objects.requireNonNull(charset, "charset");
    Objects.requireNonNull(requestId, "requestId");
    Objects.requireNonNull(time, "time");
    Objects.requireNonNull(timePattern, "timePattern");
    Objects.requireNonNull(charge, "charge");
  }

  /** A request as the vendor tells it. */
  record Row(Optional<String> requestId, LocalDate day, boolean charged) {}

  /**
   * Shows every row.
   *
   * @param zone of times without one
   * @throws IllegalArgumentException if a column is missing or a field cannot be read; the message
   *     says in which line, and quotes nothing of it
   * @throws UncheckedIOException if the file cannot be read
   */
  void rows(ZoneId zone, Consumer<Row> shown) {
    StatementTime times = new StatementTime(timePattern, zone);
    try (CsvReader<NamedCsvRecord> reader =
        CsvReader.builder()
            .fieldSeparator(separator)
            .detectBomHeader(true)
            .trimWhitespacesAroundQuotes(true)
            .allowUnclosedQuote(false)
            .ofNamedCsvRecord(file, charset)) {
      boolean first = true;
      for (NamedCsvRecord record : reader) {
        if (first) {
          refuseMissing(record.getHeader());
          first = false;
        }
        shown.accept(row(record, times));
      }
    } catch (CsvParseException e) {
      throw new IllegalArgumentException(
          "the statement is no table in CSV: a quote is not closed, or a field is too long", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void refuseMissing(List<String> header) {
    for (Optional<String> column : List.of(Optional.of(time), requestId, charge)) {
      if (column.filter(name -> !header.contains(name)).isPresent()) {
        throw new IllegalArgumentException(
            "the statement has no column \""
                + column.get()
                + "\"; there is "
                + String.join(", ", header));
      }
    }
  }

  private Row row(NamedCsvRecord record, StatementTime times) {
    if (record.getFieldCount() != record.getHeader().size()) {
      throw unreadable(
          record, "it has more or fewer fields than the header; is the separator right?");
    }
    LocalDate day =
        times
            .day(record.getField(time))
            .orElseThrow(
                () ->
                    unreadable(
                        record, "the time cannot be read; say its form, as in yyyyMMddHHmmss"));
    return new Row(
        requestId.map(record::getField).map(String::strip).filter(id -> !id.isEmpty()),
        day,
        charge.map(column -> charged(record, record.getField(column).strip())).orElse(true));
  }

  private static boolean charged(NamedCsvRecord record, String text) {
    switch (text.toUpperCase(Locale.ROOT)) {
      case "CHARGED" -> {
        return true;
      }
      case "FREE" -> {
        return false;
      }
      default -> {
        try {
          return new BigDecimal(text).signum() != 0;
        } catch (NumberFormatException e) {
          throw unreadable(
              record, "the charge cannot be read; expected a number, or CHARGED or FREE");
        }
      }
    }
  }

  private static IllegalArgumentException unreadable(NamedCsvRecord record, String what) {
    return new IllegalArgumentException(
        "line " + record.getStartingLineNumber() + " of the statement: " + what);
  }
}
