package io.telproof.ledger;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Where the record is that decides about a key: an open-addressing table in a mapped file, so that
 * the heap does not grow with the keys. It doubles when it is three quarters full. It is a copy of
 * what the segments say, and believed only where it was closed and nothing was written since. For
 * one thread at a time.
 */
final class KeyIndex {
  /** Is shown what stands in the table. */
  @FunctionalInterface
  interface Visitor {
    void slot(long high, long low, long address);
  }

  private static final String FILE = "keys.index";
  private static final String NEXT = "keys.next";
  private static final byte[] WORD = "TELKEYS1".getBytes(StandardCharsets.US_ASCII);

  /** The word, the ledger's number, the first segment, slots, keys, and where it was closed. */
  private static final int HEADER = 64;

  private static final int LEDGER = 8;
  private static final int FIRST = 16;
  private static final int SLOTS = 24;
  private static final int KEYS = 32;
  private static final int END = 40;
  private static final int OWNER_END = 48;

  /** The application's half of the key, which is a hash, and the address. */
  private static final int SLOT = 24;

  private static final long LEAST = 1L << 12;

  /** How many slots are mapped in one piece, which a buffer can address. */
  private static final int PIECE_BITS = 26;

  private static final int DIGITS = 16;

  private final Path directory;
  private final long ledger;
  private final long first;
  private MappedByteBuffer header;
  private MappedByteBuffer[] pieces;
  private long slots;
  private long keys;

  private KeyIndex(Path directory, long ledger, long first, Path file, long slots)
      throws IOException {
    this.directory = directory;
    this.ledger = ledger;
    this.first = first;
    this.slots = slots;
    this.pieces = map(file, slots);
    this.header = headerOf(file);
  }

  /** An empty one in the place of what there is. */
  static KeyIndex create(Path directory, long ledger, long first) throws IOException {
    Path file = directory.resolve(FILE);
    Files.deleteIfExists(file);
    write(file, ledger, first, LEAST);
    return new KeyIndex(directory, ledger, first, file, LEAST);
  }

  /**
   * The one that is there.
   *
   * @param end where the ledger ends
   * @return empty where there is none, or it cannot be believed
   */
  static Optional<KeyIndex> open(Path directory, long ledger, long first, long end)
      throws IOException {
    Path file = directory.resolve(FILE);
    if (!Files.isRegularFile(file) || Files.size(file) < HEADER) {
      return Optional.empty();
    }
    ByteBuffer header = headerOf(file);
    long slots = header.getLong(SLOTS);
    boolean believed =
        header.slice(0, WORD.length).equals(ByteBuffer.wrap(WORD))
            && header.getLong(LEDGER) == ledger
            && header.getLong(FIRST) == first
            && header.getLong(END) == end
            && slots >= LEAST
            && Long.bitCount(slots) == 1
            && Files.size(file) == HEADER + slots * SLOT;
    if (!believed) {
      return Optional.empty();
    }
    KeyIndex index = new KeyIndex(directory, ledger, first, file, slots);
    index.keys = header.getLong(KEYS);
    return Optional.of(index);
  }

  /** Where its owner has said that it ends; for one that was opened. */
  long ownerEnd() {
    return header.getLong(OWNER_END);
  }

  /** Writes all of it, so that the disk cannot be full when a page of it is first used. */
  private static void write(Path file, long ledger, long first, long slots) throws IOException {
    try (RandomAccessFile out = new RandomAccessFile(file.toFile(), "rw")) {
      ByteBuffer head = ByteBuffer.allocate(HEADER);
      head.put(WORD).putLong(ledger).putLong(first).putLong(slots);
      out.setLength(0);
      out.write(head.array());
      byte[] zeros = new byte[64 << 10];
      for (long left = slots * SLOT; left > 0; left -= zeros.length) {
        out.write(zeros, 0, (int) Math.min(left, zeros.length));
      }
    }
  }

  private static MappedByteBuffer[] map(Path file, long slots) throws IOException {
    long piece = 1L << PIECE_BITS;
    MappedByteBuffer[] pieces = new MappedByteBuffer[(int) ((slots + piece - 1) / piece)];
    for (int i = 0; i < pieces.length; i++) {
      long count = Math.min(piece, slots - i * piece);
      pieces[i] = map(file, HEADER + i * piece * SLOT, count * SLOT);
    }
    return pieces;
  }

  private static MappedByteBuffer headerOf(Path file) throws IOException {
    return map(file, 0, HEADER);
  }

  private static MappedByteBuffer map(Path file, long from, long length) throws IOException {
    return WithoutInterrupt.run(
        () -> {
          try (FileChannel channel =
              FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            return channel.map(FileChannel.MapMode.READ_WRITE, from, length);
          }
        });
  }

  /** Says that it is written in from now on, and is to be believed once it was closed again. */
  void use() {
    header.putLong(END, 0);
    header.force();
  }

  long keys() {
    return keys;
  }

  /**
   * Where the record is that decides about a key of 64 hexadecimal digits; 0 where there is none.
   */
  long get(String key) {
    long high = half(key, 0);
    long low = half(key, 1);
    for (long slot = home(low); ; slot = (slot + 1) & (slots - 1)) {
      ByteBuffer piece = pieces[(int) (slot >>> PIECE_BITS)];
      int at = at(slot);
      long address = piece.getLong(at + 16);
      if (address == 0 || (piece.getLong(at) == high && piece.getLong(at + 8) == low)) {
        return address;
      }
    }
  }

  /**
   * Puts an address in the place of what there is for a key.
   *
   * @throws IOException if there is no room for another key; the table is as it was
   */
  void put(String key, long address) throws IOException {
    if (keys >= slots / 4 * 3 && get(key) == 0) {
      grow();
    }
    insert(half(key, 0), half(key, 1), address);
  }

  private void insert(long high, long low, long address) {
    for (long slot = home(low); ; slot = (slot + 1) & (slots - 1)) {
      ByteBuffer piece = pieces[(int) (slot >>> PIECE_BITS)];
      int at = at(slot);
      long there = piece.getLong(at + 16);
      if (there == 0) {
        piece.putLong(at, high).putLong(at + 8, low);
        keys++;
      }
      if (there == 0 || (piece.getLong(at) == high && piece.getLong(at + 8) == low)) {
        piece.putLong(at + 16, address);
        return;
      }
    }
  }

  private void grow() throws IOException {
    Path next = directory.resolve(NEXT);
    KeyIndex larger;
    try {
      write(next, ledger, first, slots * 2);
      larger = new KeyIndex(directory, ledger, first, next, slots * 2);
      each(larger::insert);
      Files.move(
          next,
          directory.resolve(FILE),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      Files.deleteIfExists(next);
      throw e;
    }
    pieces = larger.pieces;
    header = larger.header;
    slots = larger.slots;
  }

  /** Shows every key: both halves of what is kept of it, and its address. */
  void each(Visitor visitor) {
    for (long slot = 0; slot < slots; slot++) {
      ByteBuffer piece = pieces[(int) (slot >>> PIECE_BITS)];
      int at = at(slot);
      if (piece.getLong(at + 16) != 0) {
        visitor.slot(piece.getLong(at), piece.getLong(at + 8), piece.getLong(at + 16));
      }
    }
  }

  /**
   * Writes all of it to the disk, to be believed where the ledger ends at this address.
   *
   * @param ownerEnd where the record before that is
   */
  void close(long ownerEnd, long end) {
    for (MappedByteBuffer piece : pieces) {
      piece.force();
    }
    header.putLong(KEYS, keys).putLong(OWNER_END, ownerEnd).putLong(END, end);
    header.force();
  }

  private long home(long low) {
    long mixed = (low ^ (low >>> 33)) * 0xff51afd7ed558ccdL;
    return (mixed ^ (mixed >>> 33)) & (slots - 1);
  }

  private static int at(long slot) {
    return (int) (slot & ((1L << PIECE_BITS) - 1)) * SLOT;
  }

  /** The application's half of the key, in two numbers. */
  private static long half(String key, int which) {
    int from = which * DIGITS;
    return HexFormat.fromHexDigitsToLong(key, from, from + DIGITS);
  }
}
