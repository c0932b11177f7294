package io.telproof.bulk;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The numbers of the rows in doubt, as a run has written them. */
final class DoubtList {
  private DoubtList() {}

  /** Reads them, as far as a checkpoint says. */
  static List<Long> read(Path output, Checkpoint until) throws IOException {
    Path file = Output.doubts(output);
    if (until.doubts() == 0 || !Files.exists(file)) {
      return List.of();
    }
    List<Long> rows = new ArrayList<>();
    try (InputStream in = Files.newInputStream(file);
        CsvReader<NamedCsvRecord> reader =
            CsvReader.builder()
                .ofNamedCsvRecord(
                    new ByteArrayInputStream(in.readNBytes(Math.toIntExact(until.doubts()))),
                    StandardCharsets.UTF_8)) {
      for (NamedCsvRecord record : reader) {
        rows.add(Long.valueOf(record.getField("row")));
      }
    }
    return rows;
  }
}
