package io.telproof.bulk;

import io.telproof.Receipt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The three files of a run: the answers, the rows that are no question, and those in doubt. For one
 * thread.
 */
final class Output implements AutoCloseable {
  private static final String REJECTED = CsvLine.of(List.of("line", "reason"));
  private static final String DOUBTS =
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

  private final Path file;
  private final OutcomeFormat format;
  private final List<String> kept;
  private final List<Integer> places;
  private final AppendFile answers;
  private final AppendFile rejected;
  private final AppendFile doubts;

  /**
   * Opens them where they were certainly whole.
   *
   * @param kept the names of the columns that are taken over
   * @param places where these are in the table
   */
  Output(Path file, OutcomeFormat format, List<String> kept, List<Integer> places, Checkpoint at)
      throws BulkException, IOException {
    this.file = file;
    this.format = format;
    this.kept = kept;
    this.places = places;
    this.answers = new AppendFile(file, at.out());
    this.rejected = new AppendFile(rejected(file), at.rejected());
    this.doubts = new AppendFile(doubts(file), at.doubts());
    if (at.out() == 0) {
      answers.write(format.header(kept));
    }
    if (at.rejected() == 0) {
      rejected.write(REJECTED);
    }
    if (at.doubts() == 0) {
      doubts.write(DOUBTS);
    }
  }

  /** Where the rows are told that are no question. */
  static Path rejected(Path output) {
    return output.resolveSibling(output.getFileName() + ".rejected.csv");
  }

  /** Where the rows in doubt are told. */
  static Path doubts(Path output) {
    return output.resolveSibling(output.getFileName() + ".doubts.csv");
  }

  void reject(Row row, String reason) throws IOException {
    rejected.write(CsvLine.of(List.of(Long.toString(row.line()), reason)));
  }

  void write(Row row, Outcome outcome) throws IOException {
    if (outcome.isDoubtful()) {
      doubt(row, outcome);
      return;
    }
    List<String> fields = new ArrayList<>();
    for (int place : places) {
      fields.add(place < row.fields().size() ? row.fields().get(place) : "");
    }
    answers.write(format.row(row, kept, fields, outcome));
  }

  private void doubt(Row row, Outcome outcome) throws IOException {
    Receipt receipt = outcome.receipt();
    doubts.write(
        CsvLine.of(
            List.of(
                Long.toString(row.number()),
                Long.toString(row.line()),
                receipt.at().toString(),
                receipt.provider(),
                receipt.operation(),
                receipt.charge().name(),
                receipt.vendorCode().orElse(""),
                receipt.requestId().orElse(""),
                outcome.reason())));
  }

  /**
   * Sees to it that what was written is there, before a run says that it has ended.
   *
   * @throws BulkException if somebody took it away
   */
  void requireThere() throws BulkException, IOException {
    force();
    if (!Files.exists(file) || Files.size(file) != answers.length()) {
      throw new BulkException(
          "the output was changed or taken away while the run went on: put it back, and start it"
              + " again");
    }
  }

  /** Brings everything to the disk. */
  void force() throws IOException {
    answers.force();
    rejected.force();
    doubts.force();
  }

  long answersLength() {
    return answers.length();
  }

  long rejectedLength() {
    return rejected.length();
  }

  long doubtsLength() {
    return doubts.length();
  }

  @Override
  public void close() throws IOException {
    try (answers;
        rejected;
        doubts) {
      force();
    }
  }
}
