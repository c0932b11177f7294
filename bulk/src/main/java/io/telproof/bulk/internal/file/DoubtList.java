package io.telproof.bulk.internal.file;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.telproof.Receipt;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The table of the rows in doubt: for people, and for the run itself, which reads a row's number
 * back, and its line as it was written.
 */
final class DoubtList {
  private static final String ROW = "row";
  private static final List<String> BEFORE = List.of(ROW, "line");
  private static final List<String> BEHIND =
      List.of("asked_at", "provider", "operation", "charge", "vendor_code", "request_id", "reason");

  private DoubtList() {}

  /** What stands before the first one. */
  static String header(KeptColumns kept) {
    return CsvLine.of(kept.between(BEFORE, BEHIND));
  }

  /** A row, with the end of its line. */
  static String line(Row row, KeptColumns kept, Outcome outcome) {
    Receipt receipt = outcome.receipt();
    List<String> fields = new ArrayList<>();
    fields.add(Long.toString(row.number()));
    fields.add(Long.toString(row.line()));
    fields.addAll(kept.of(row));
    fields.add(receipt.at().toString());
    fields.add(receipt.provider());
    fields.add(receipt.operation());
    fields.add(receipt.charge().name());
    fields.add(receipt.vendorCode().orElse(""));
    fields.add(receipt.requestId().orElse(""));
    fields.add(DoubtReason.of(outcome));
    return CsvLine.of(fields);
  }

  /**
   * Reads them, with a header or without one; there are none where there is no such file.
   *
   * @param bytes how much of the file belongs to them
   */
  static SortedMap<Long, String> read(Path file, long bytes) throws IOException {
    SortedMap<Long, String> rows = new TreeMap<>();
    if (bytes == 0 || !Files.exists(file)) {
      return rows;
    }
    try (InputStream in = Files.newInputStream(file);
        // By their places: two columns may have one name.
        CsvReader<CsvRecord> reader =
            CsvReader.builder()
                .ofCsvRecord(
                    new ByteArrayInputStream(in.readNBytes(Math.toIntExact(bytes))),
                    StandardCharsets.UTF_8)) {
      for (CsvRecord record : reader) {
        String row = record.getField(0);
        if (!row.equals(ROW)) {
          rows.put(Long.valueOf(row), CsvLine.of(record.getFields()));
        }
      }
    }
    return rows;
  }
}
