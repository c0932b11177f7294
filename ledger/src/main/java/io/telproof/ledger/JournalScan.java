package io.telproof.ledger;

import io.telproof.spi.ledger.LedgerException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * Reads all that was written in a directory when this was made, in the order of writing. Changes
 * nothing. For one thread.
 */
final class JournalScan {
  /** Is shown the records. */
  @FunctionalInterface
  interface Visitor {
    /**
     * One record.
     *
     * @throws IOException if what is made of it cannot be written
     */
    void record(long address, LedgerRecord record) throws IOException;
  }

  private final Path directory;
  private final List<Segment> segments;
  private final List<Long> lengths = new ArrayList<>();
  private Optional<Long> ledger = Optional.empty();

  JournalScan(Path directory) throws IOException, LedgerException {
    this.directory = directory;
    this.segments = Segment.in(directory);
    for (Segment segment : segments) {
      lengths.add(Files.size(segment.file()));
    }
  }

  /** The segments, the oldest first. */
  List<Segment> segments() {
    return segments;
  }

  Path directory() {
    return directory;
  }

  /** The number of the first segment; 1 where there is none. */
  long first() {
    return segments.isEmpty() ? 1 : segments.get(0).number();
  }

  /** Where the last file ends; 0 where there is none. */
  long fileEnd() {
    int last = segments.size() - 1;
    return last < 0 ? 0 : Address.of(segments.get(last).number(), lengths.get(last));
  }

  /** The number of the ledger, as the first segment says; empty where that cannot be read. */
  Optional<Long> readLedger() throws IOException, LedgerException {
    if (segments.isEmpty()) {
      return Optional.empty();
    }
    try (SegmentCursor cursor = new SegmentCursor(segments.get(0), lengths.get(0))) {
      return cursor.ledger();
    }
  }

  /**
   * Shows every record.
   *
   * @param wanted the types of those to be shown
   * @return where the next one would be written: what stands behind it was not whole when its owner
   *     ended; 0 where there is nothing
   * @throws LedgerException if a record is damaged that was on the disk
   */
  long run(IntPredicate wanted, Visitor visitor) throws IOException, LedgerException {
    long end = 0;
    for (int i = 0; i < segments.size(); i++) {
      Segment segment = segments.get(i);
      try (SegmentCursor cursor = new SegmentCursor(segment, lengths.get(i))) {
        if (!isOfThisLedger(segment, cursor.ledger())) {
          refuseDamage(i, 0, Segment.HEADER);
          return end;
        }
        while (cursor.next()) {
          if (wanted.test(cursor.type())) {
            visitor.record(cursor.address(), read(segment, cursor));
          }
        }
        end = Address.of(segment.number(), cursor.position());
        if (cursor.position() < lengths.get(i)) {
          refuseDamage(i, cursor.position(), cursor.position() + 1);
          return end;
        }
      }
    }
    return end;
  }

  private static LedgerRecord read(Segment segment, SegmentCursor cursor) throws LedgerException {
    try {
      return RecordFormat.decode(cursor.type(), cursor.body());
    } catch (IllegalArgumentException e) {
      throw segment.damaged(Address.offset(cursor.address()));
    }
  }

  private boolean isOfThisLedger(Segment segment, Optional<Long> number) throws LedgerException {
    if (number.isEmpty()) {
      return false;
    }
    if (ledger.isEmpty()) {
      ledger = number;
    }
    if (!ledger.equals(number)) {
      throw new LedgerException(
          segment.file() + " belongs to another ledger than the files before it; take it away");
    }
    return true;
  }

  /**
   * Where nothing that was written later knows this to have been on the disk, it was being written
   * when the machine stopped, and nobody was told that it is kept.
   */
  private void refuseDamage(int index, long place, long lookFrom)
      throws IOException, LedgerException {
    long from = lookFrom;
    for (int i = index; i < segments.size(); i++) {
      try (SegmentCursor cursor = new SegmentCursor(segments.get(i), lengths.get(i))) {
        if (cursor.forcedBehind(from) > Address.of(segments.get(index).number(), place)) {
          throw segments.get(index).damaged(place);
        }
      }
      from = Segment.HEADER;
    }
  }
}
