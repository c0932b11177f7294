package io.telproof.ledger;

import io.telproof.spi.ledger.LedgerException;
import io.telproof.spi.ledger.LedgerReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Consumer;

/** Looks at the files of a directory, whoever writes there. Thread-safe. */
final class FileLedgerReader implements LedgerReader {
  private final Path directory;

  private FileLedgerReader(Path directory) {
    this.directory = directory;
  }

  /**
   * A look at a directory.
   *
   * @throws LedgerException if there is no ledger in it
   */
  static FileLedgerReader of(Path directory) throws LedgerException {
    try {
      if (Files.isDirectory(directory) && !Segment.in(directory).isEmpty()) {
        return new FileLedgerReader(directory);
      }
    } catch (IOException e) {
      throw EntryScan.unreadable(directory, e);
    }
    throw new LedgerException(
        "there is no ledger in " + directory + "; is it the directory of the application?");
  }

  @Override
  public void entries(Instant from, Instant until, Consumer<Entry> shown) throws LedgerException {
    scan().show(from, until, shown);
  }

  @Override
  public void doubts(Consumer<Entry> shown) throws LedgerException {
    scan().doubts(shown);
  }

  /**
   * Who was alive before the files were looked at may still write an end. Where nobody was, and
   * somebody is afterwards, it began meanwhile: what it wrote is not in doubt, and the files are
   * looked at again.
   */
  private EntryScan scan() throws LedgerException {
    try {
      while (true) {
        boolean owned = DirectoryLock.isHeld(directory);
        EntryScan scan = EntryScan.of(directory, owned);
        if (owned || !DirectoryLock.isHeld(directory)) {
          return scan;
        }
      }
    } catch (IOException e) {
      throw EntryScan.unreadable(directory, e);
    }
  }

  @Override
  public void close() {
    // Files are open only while they are read.
  }
}
