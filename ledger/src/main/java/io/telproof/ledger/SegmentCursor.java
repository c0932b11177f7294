package io.telproof.ledger;

import io.telproof.spi.ledger.LedgerException;
import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/**
 * Reads the records of a segment one after the other, as far as it was written when this began. For
 * one thread.
 */
final class SegmentCursor implements Closeable {
  private static final int WINDOW = 256 << 10;

  private final Segment segment;
  private final RandomAccessFile file;
  private final long limit;
  private byte[] window = new byte[WINDOW];
  private long windowStart;
  private int windowLength;
  private long position;
  private long offset;
  private int length;

  /**
   * Begins behind the header.
   *
   * @param limit how long the file is
   */
  SegmentCursor(Segment segment, long limit) throws IOException {
    this.segment = segment;
    this.limit = limit;
    this.file = new RandomAccessFile(segment.file().toFile(), "r");
    this.position = Segment.HEADER;
  }

  /** The number of the ledger; empty where the header is damaged or not whole. */
  Optional<Long> ledger() throws IOException, LedgerException {
    int available = (int) Math.min(Segment.HEADER, limit);
    int at = load(0, available);
    return at < 0
        ? Optional.empty()
        : segment.ledger(Arrays.copyOfRange(window, at, at + available));
  }

  /** Where these bytes of the file are in the window; -1 where the file ends before. */
  private int load(long from, int bytes) throws IOException {
    if (from + bytes > limit) {
      return -1;
    }
    if (from < windowStart || from + bytes > windowStart + windowLength) {
      if (bytes > window.length) {
        window = new byte[bytes];
      }
      file.seek(from);
      windowStart = from;
      windowLength = 0;
      int wanted = (int) Math.min(window.length, limit - from);
      for (int read = 0; windowLength < wanted && read >= 0; windowLength += Math.max(read, 0)) {
        read = file.read(window, windowLength, wanted - windowLength);
      }
      if (windowLength < bytes) {
        return -1;
      }
    }
    return (int) (from - windowStart);
  }

  /**
   * Goes to the next record.
   *
   * @return whether there is one; where not, {@link #position} is where that would begin, and the
   *     file may go on there with something that is none
   */
  boolean next() throws IOException, LedgerException {
    if (!isRecord(position)) {
      return false;
    }
    offset = position;
    position += length;
    return true;
  }

  /** Whether a whole record begins there; then its length is known. */
  private boolean isRecord(long from) throws IOException, LedgerException {
    int at = load(from, RecordFormat.HEAD);
    if (at < 0) {
      return false;
    }
    int rest = ByteBuffer.wrap(window).getInt(at);
    if (rest < RecordFormat.HEAD - RecordFormat.PREFIX || rest > RecordFormat.LONGEST) {
      return false;
    }
    at = load(from, RecordFormat.PREFIX + rest);
    if (at < 0) {
      return false;
    }
    length = RecordFormat.PREFIX + rest;
    if (ByteBuffer.wrap(window).getInt(at + 4) != RecordFormat.checksum(window, at, length)) {
      return false;
    }
    if (window[at + RecordFormat.PREFIX + 8] != RecordFormat.VERSION) {
      throw segment.laterVersion(from);
    }
    return true;
  }

  /** Where the record begins. */
  long address() {
    return Address.of(segment.number(), offset);
  }

  /** Where the next record would begin. */
  long position() {
    return position;
  }

  byte type() {
    return window[at() + RecordFormat.PREFIX + 9];
  }

  /** What the record says; for as long as the cursor stays. */
  ByteBuffer body() {
    return ByteBuffer.wrap(window, at() + RecordFormat.HEAD, length - RecordFormat.HEAD).slice();
  }

  private long forced() {
    return ByteBuffer.wrap(window).getLong(at() + RecordFormat.PREFIX);
  }

  private int at() {
    return (int) (offset - windowStart);
  }

  /**
   * Looks behind what is no record for those that are, wherever they begin, and tells up to where
   * the last of them knows that everything is on the disk; 0 where there is none.
   *
   * @param from the first place to look at
   */
  long forcedBehind(long from) throws IOException, LedgerException {
    long forced = 0;
    long place = from;
    while (place + RecordFormat.HEAD <= limit) {
      if (isLike(place) && isRecord(place)) {
        offset = place;
        forced = Math.max(forced, forced());
        place += length;
      } else {
        place++;
      }
    }
    return forced;
  }

  /** Looks at the head alone: not many places are worth a checksum. */
  private boolean isLike(long place) throws IOException {
    int at = load(place, RecordFormat.HEAD);
    if (at < 0) {
      return false;
    }
    byte type = window[at + RecordFormat.PREFIX + 9];
    return window[at + RecordFormat.PREFIX + 8] == RecordFormat.VERSION
        && type >= RecordFormat.OWNER_START
        && type <= RecordFormat.OWNER_END
        && ByteBuffer.wrap(window).getLong(at + RecordFormat.PREFIX)
            <= Address.of(segment.number(), place);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
