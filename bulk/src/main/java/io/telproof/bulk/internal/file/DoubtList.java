package io.telproof.bulk.internal.file;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The rows in doubt by their numbers, each with its line, as a run has written them. */
final class DoubtList {
  /** What stands before the first one. */
  static final String HEADER =
      CsvLine.of(
          List.of(
              "row",
              "line",
              "asked_at",
              "provider",
              "operation",
              "charge",
              "vendor_code",
              "request_id",
              "reason"));

  private DoubtList() {}

  /**
   * Reads them; there are none where there is no such file.
   *
   * @param bytes how much of the file belongs to them
   */
  static SortedMap<Long, String> read(Path file, long bytes) throws IOException {
    SortedMap<Long, String> rows = new TreeMap<>();
    if (bytes == 0 || !Files.exists(file)) {
      return rows;
    }
    try (InputStream in = Files.newInputStream(file);
        CsvReader<NamedCsvRecord> reader =
            CsvReader.builder()
                .ofNamedCsvRecord(
                    new ByteArrayInputStream(in.readNBytes(Math.toIntExact(bytes))),
                    StandardCharsets.UTF_8)) {
      for (NamedCsvRecord record : reader) {
        rows.put(Long.valueOf(record.getField("row")), CsvLine.of(record.getFields()));
      }
    }
    return rows;
  }
}
