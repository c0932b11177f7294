package io.telproof.ledger;

import io.telproof.spi.ledger.LedgerException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/**
 * One of the files that a ledger consists of. They are numbered without a gap. Immutable.
 *
 * @param number 1 or more
 */
record Segment(long number, Path file) {
  /** The word, the version, the ledger's own number, the segment's number, and their checksum. */
  static final int HEADER = 32;

  private static final Pattern NAME = Pattern.compile("([0-9]{8})\\.ledger");
  private static final byte[] WORD = "TELPROOF".getBytes(StandardCharsets.US_ASCII);
  private static final int VERSION = 1;

  static Segment of(Path directory, long number) {
    return new Segment(number, directory.resolve("%08d.ledger".formatted(number)));
  }

  /**
   * The segments of a directory in their order.
   *
   * @throws LedgerException if one is missing between others
   */
  static List<Segment> in(Path directory) throws IOException, LedgerException {
    List<Segment> segments = new ArrayList<>();
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.toList()) {
        Matcher name = NAME.matcher(String.valueOf(file.getFileName()));
        if (name.matches()) {
          segments.add(new Segment(Long.parseLong(name.group(1)), file));
        }
      }
    }
    segments.sort(Comparator.comparingLong(Segment::number));
    for (int i = 1; i < segments.size(); i++) {
      long expected = segments.get(i - 1).number() + 1;
      if (segments.get(i).number() != expected) {
        throw new LedgerException(
            of(directory, expected).file()
                + " is missing between others; put it back: without it nobody knows what was asked"
                + " (only the oldest files may be taken away)");
      }
    }
    return segments;
  }

  /** The header of a segment that is begun. */
  byte[] header(long ledger) {
    ByteBuffer header = ByteBuffer.allocate(HEADER);
    header.put(WORD).putInt(VERSION).putLong(ledger).putLong(number);
    header.putInt(checksum(header.array()));
    return header.array();
  }

  private static int checksum(byte[] header) {
    CRC32C crc = new CRC32C();
    crc.update(header, 0, HEADER - 4);
    return (int) crc.getValue();
  }

  /**
   * The number of the ledger that a header belongs to; empty where it is damaged or not whole.
   *
   * @throws LedgerException if it was written by a later version
   */
  Optional<Long> ledger(byte[] bytes) throws LedgerException {
    ByteBuffer header = ByteBuffer.wrap(bytes);
    byte[] word = new byte[WORD.length];
    if (bytes.length < HEADER) {
      return Optional.empty();
    }
    header.get(word);
    int version = header.getInt();
    long ledger = header.getLong();
    boolean right =
        Arrays.equals(word, WORD)
            && header.getLong() == number
            && header.getInt() == checksum(bytes);
    if (right && version != VERSION) {
      throw laterVersion(0);
    }
    return right ? Optional.of(ledger) : Optional.empty();
  }

  LedgerException laterVersion(long offset) {
    return new LedgerException(
        file + " was written by a later version of Telproof, as of byte " + offset + "; use that");
  }

  LedgerException damaged(long offset) {
    return new LedgerException(
        file
            + " is damaged at byte "
            + offset
            + ", and what was written later stands behind it; nothing was changed. Put the file"
            + " back from a copy, or begin a ledger in another directory and keep this one for"
            + " whoever looks into it");
  }
}
