package io.telproof.bulk.internal.file;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** A line of a table. */
final class CsvLine {
  private CsvLine() {}

  static String of(List<String> fields) {
    StringWriter line = new StringWriter();
    try (CsvWriter writer =
        CsvWriter.builder().bufferSize(0).lineDelimiter(LineDelimiter.LF).build(line)) {
      writer.writeRecord(fields);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return line.toString();
  }
}
