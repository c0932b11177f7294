package io.telproof.ledger;

import io.telproof.spi.ledger.Ledger;
import io.telproof.spi.ledger.LedgerException;
import io.telproof.spi.ledger.LedgerFactory;
import io.telproof.spi.ledger.LedgerReader;
import io.telproof.spi.time.Time;
import java.util.Map;

/**
 * Keeps a ledger in files of one directory, for one process: {@code telproof.ledger { kept = file,
 * directory = … }}. Others may read at the same time. Thread-safe.
 *
 * <ul>
 *   <li>Files are only appended to, and the next one is begun at a size. None is ever deleted but
 *       by a person.
 *   <li>Each record has a checksum. What a crash has left half-written at the end is cut off as the
 *       ledger is opened; a record that is damaged anywhere else is an error that names its place.
 *   <li>An intent is on the disk when {@code intend} returns. Threads that write at the same time
 *       share one wait for the disk. What came of a question is written at once, and is on the disk
 *       with the next intent, or a second later. With {@code survives = process-end} an intent is
 *       written in the same way as what came of it.
 *   <li>Which key was asked under stands in a table in a mapped file beside them, which is made
 *       again from the files where it is missing or was not closed: the heap does not grow with the
 *       number of keys.
 *   <li>Where writing to the disk failed for good, nothing is written any more until the ledger is
 *       opened again. Where the disk was merely full, writing goes on once there is room.
 * </ul>
 */
public final class FileLedgerFactory implements LedgerFactory<FileLedgerSettings> {
  /** For {@link java.util.ServiceLoader}. */
  public FileLedgerFactory() {}

  @Override
  public String kept() {
    return "file";
  }

  @Override
  public Class<FileLedgerSettings> settings() {
    return FileLedgerSettings.class;
  }

  @Override
  public Map<String, String> defaults() {
    return FileLedgerSettings.DEFAULTS;
  }

  @Override
  public Ledger open(FileLedgerSettings settings, Time time) throws LedgerException {
    return FileLedger.open(settings, time, SegmentFiles.ON_DISK);
  }

  @Override
  public LedgerReader read(FileLedgerSettings settings, Time time) throws LedgerException {
    return FileLedgerReader.of(settings.directory().path());
  }
}
