package io.telproof.bulk.internal.file;

import io.telproof.bulk.BulkException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The three files of a run: the answers, the rows that are no question, and those in doubt, each
 * with the columns that are kept. For one thread.
 */
public final class Output implements AutoCloseable {
  private static final List<String> LINE = List.of("line");
  private static final List<String> REASON = List.of("reason");

  private final Path file;
  private final OutcomeFormat format;
  private final KeptColumns kept;
  private final SortedMap<Long, String> waiting;
  private final AppendFile answers;
  private final AppendFile rejected;
  private final AppendFile doubts;
  private int shown;
  private long shownBehind;

  /**
   * Opens them where they were certainly whole.
   *
   * @param waiting the lines of rows that were in doubt and are asked again, by their numbers: they
   *     stand behind the others until something came of them
   */
  public Output(
      Path file,
      OutcomeFormat format,
      KeptColumns kept,
      SortedMap<Long, String> waiting,
      Checkpoint at)
      throws BulkException, IOException {
    this.file = file;
    this.format = format;
    this.kept = kept;
    this.waiting = new TreeMap<>(waiting);
    this.answers = new AppendFile(file, at.out());
    this.rejected = new AppendFile(rejected(file), at.rejected());
    this.doubts = new AppendFile(doubts(file), at.doubts());
    if (at.out() == 0) {
      answers.write(format.header(kept.names()));
    }
    if (at.rejected() == 0) {
      rejected.write(CsvLine.of(kept.between(LINE, REASON)));
    }
    if (at.doubts() == 0) {
      doubts.write(DoubtList.header(kept));
    }
    force();
  }

  /** Where the rows are told that are no question. */
  public static Path rejected(Path output) {
    return output.resolveSibling(output.getFileName() + ".rejected.csv");
  }

  /**
   * The rows in doubt, each with its line, as a run has written them.
   *
   * @param until how far it has come
   */
  public static SortedMap<Long, String> doubts(Path output, Checkpoint until) throws IOException {
    return DoubtList.read(doubts(output), until.doubts());
  }

  /** Where the rows in doubt are told. */
  private static Path doubts(Path output) {
    return output.resolveSibling(output.getFileName() + ".doubts.csv");
  }

  /** Writes a row that is no question. */
  public void reject(Row row, String reason) throws IOException {
    waiting.remove(row.number());
    List<String> fields = new ArrayList<>();
    fields.add(Long.toString(row.line()));
    fields.addAll(kept.of(row));
    fields.add(reason);
    rejected.write(CsvLine.of(fields));
  }

  /** Writes what came of a row. */
  public void write(Row row, Outcome outcome) throws IOException {
    waiting.remove(row.number());
    if (outcome.isDoubtful()) {
      doubts.write(DoubtList.line(row, kept, outcome));
    } else {
      answers.write(format.row(row, kept.names(), kept.of(row), outcome));
    }
  }

  /**
   * Sees to it that what was written is there, before a run says that it has ended.
   *
   * @throws BulkException if somebody took it away
   */
  public void requireThere() throws BulkException, IOException {
    force();
    if (!Files.exists(file) || Files.size(file) != answers.length()) {
      throw new BulkException(
          "the output was changed or taken away while the run went on: put it back, and start it"
              + " again");
    }
  }

  /** Brings everything to the disk. */
  public void force() throws IOException {
    answers.force();
    rejected.force();
    boolean stale = shownBehind != doubts.length() || waiting.isEmpty() || shown == 0;
    if (stale && (shown > 0 || !waiting.isEmpty())) {
      showWaiting();
    }
    doubts.force();
  }

  private void showWaiting() throws IOException {
    doubts.show(String.join("", waiting.values()));
    shown = waiting.size();
    shownBehind = doubts.length();
  }

  /** How many bytes of the answers there are. */
  public long answersLength() {
    return answers.length();
  }

  /** How many bytes of the rows that are no question there are. */
  public long rejectedLength() {
    return rejected.length();
  }

  /** How many bytes of the rows in doubt there are. */
  public long doubtsLength() {
    return doubts.length();
  }

  @Override
  public void close() throws IOException {
    try (answers;
        rejected;
        doubts) {
      if (shown > 0) {
        showWaiting();
      }
      force();
    }
  }
}
