package io.telproof.bulk.internal.file;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.telproof.bulk.BulkException;
import io.telproof.bulk.InputTable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The rows of a table, one after the other. For one thread. */
public final class InputRows implements AutoCloseable {
  /** A quote that is not closed takes no more of the memory than this. */
  private static final int LONGEST_FIELD = 1 << 20;

  private final CsvReader<CsvRecord> reader;
  private final Iterator<CsvRecord> records;
  private final boolean header;
  private final List<String> names;
  private Optional<CsvRecord> first;
  private long number;

  /**
   * Opens a table.
   *
   * @throws BulkException if it cannot be read, or has another separator
   */
  public InputRows(InputTable table) throws BulkException {
    this.header = table.header();
    try {
      this.reader =
          CsvReader.builder()
              .fieldSeparator(table.separator())
              .detectBomHeader(true)
              .trimWhitespacesAroundQuotes(true)
              .allowUnclosedQuote(false)
              // A row that lacks what is asked about is told by itself.
              .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
              .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
              .maxBufferSize(LONGEST_FIELD)
              .ofCsvRecord(table.file(), table.charset());
    } catch (IOException e) {
      throw new BulkException("the table cannot be read: there is no such file, or no right to");
    }
    this.records = reader.iterator();
    this.first = record();
    this.names = first.map(this::names).orElse(List.of());
    if (first.isPresent()) {
      TableReading.requireSeparator(table, first.get().getFields());
    }
    if (header) {
      first = Optional.empty();
    }
  }

  private List<String> names(CsvRecord record) {
    return header
        ? record.getFields().stream().map(String::strip).toList()
        : IntStream.rangeClosed(1, record.getFieldCount()).mapToObj(String::valueOf).toList();
  }

  /** The names of the columns; none where the table is empty. */
  public List<String> names() {
    return names;
  }

  /** The next row; empty at the end. */
  public Optional<Row> next() throws BulkException {
    Optional<CsvRecord> record = first.isPresent() ? first : record();
    first = Optional.empty();
    return record.map(each -> new Row(++number, each.getStartingLineNumber(), each.getFields()));
  }

  private Optional<CsvRecord> record() throws BulkException {
    try {
      return records.hasNext() ? Optional.of(records.next()) : Optional.empty();
    } catch (CsvParseException e) {
      throw new BulkException(
          "the table is no CSV behind row "
              + number
              + ": a quote is not closed, or a field is longer than 1 MiB");
    } catch (UncheckedIOException e) {
      throw new BulkException("the table cannot be read to its end");
    }
  }

  @Override
  public void close() {
    try {
      reader.close();
    } catch (IOException e) {
      // It was only read.
    }
  }
}
