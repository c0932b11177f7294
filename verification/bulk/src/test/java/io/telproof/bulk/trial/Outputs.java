package io.telproof.bulk.trial;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/** Two outputs of one table, one of a run that was killed. */
final class Outputs {
  /** What no two questions have in common, whoever asks them. */
  private static final Set<String> OWN = Set.of("request_id", "asked_at", "elapsed_ms", "earlier");

  private Outputs() {}

  /**
   * What is different.
   *
   * @param rows rows of the first one
   * @param doubts rows that the second one has in doubt, instead of an answer
   * @param other rows in which they differ otherwise
   */
  record Difference(long rows, long doubts, long other) {}

  /** Compares them row by row, in the order of the table. */
  static Difference of(Path whole, Path killed) throws IOException {
    Set<String> doubts = doubts(killed);
    long rows = 0;
    long other = 0;
    try (CsvReader<NamedCsvRecord> ones = reader(whole);
        CsvReader<NamedCsvRecord> others = reader(killed)) {
      Iterator<NamedCsvRecord> second = others.iterator();
      for (NamedCsvRecord one : ones) {
        rows++;
        if (doubts.contains(one.getField("line"))) {
          continue;
        }
        if (!second.hasNext() || !same(one, second.next())) {
          other++;
        }
      }
      while (second.hasNext()) {
        second.next();
        other++;
      }
    }
    if (!Files.readString(rejected(whole)).equals(Files.readString(rejected(killed)))) {
      other++;
    }
    return new Difference(rows, doubts.size(), other);
  }

  private static Path rejected(Path out) {
    return out.resolveSibling(out.getFileName() + ".rejected.csv");
  }

  private static Set<String> doubts(Path out) throws IOException {
    Set<String> lines = new HashSet<>();
    try (CsvReader<NamedCsvRecord> reader =
        reader(out.resolveSibling(out.getFileName() + ".doubts.csv"))) {
      for (NamedCsvRecord record : reader) {
        lines.add(record.getField("line"));
      }
    }
    return lines;
  }

  private static CsvReader<NamedCsvRecord> reader(Path file) throws IOException {
    return CsvReader.builder().ofNamedCsvRecord(file);
  }

  private static boolean same(NamedCsvRecord one, NamedCsvRecord other) {
    List<String> header = one.getHeader();
    return header.equals(other.getHeader())
        && header.stream()
            .filter(column -> !OWN.contains(column))
            .allMatch(column -> one.getField(column).equals(other.getField(column)));
  }
}
