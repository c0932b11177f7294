package io.telproof.ledger;

import io.telproof.spi.ledger.LedgerException;
import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/** Reads single records by their addresses. Thread-safe. */
final class RecordReads implements Closeable {
  private static final int MOST_OPEN = 8;

  private final ReentrantLock lock = new ReentrantLock();
  private final Map<Long, RandomAccessFile> open = new LinkedHashMap<>(16, 0.75f, true);
  private final Path directory;

  RecordReads(Path directory) {
    this.directory = directory;
  }

  /**
   * The record that begins there.
   *
   * @throws LedgerException if there is none, or it is damaged
   */
  LedgerRecord at(long address) throws LedgerException {
    Segment segment = Segment.of(directory, Address.segment(address));
    lock.lock();
    try {
      RandomAccessFile file = file(segment);
      file.seek(Address.offset(address));
      byte[] head = new byte[RecordFormat.HEAD];
      file.readFully(head);
      int length = RecordFormat.PREFIX + ByteBuffer.wrap(head).getInt();
      if (length >= RecordFormat.HEAD && length <= RecordFormat.LONGEST) {
        byte[] record = Arrays.copyOf(head, length);
        file.readFully(record, RecordFormat.HEAD, length - RecordFormat.HEAD);
        if (ByteBuffer.wrap(record).getInt(4) == RecordFormat.checksum(record, 0, length)
            && record[RecordFormat.PREFIX + 8] == RecordFormat.VERSION) {
          return RecordFormat.decode(
              record[RecordFormat.PREFIX + 9],
              ByteBuffer.wrap(record, RecordFormat.HEAD, length - RecordFormat.HEAD));
        }
      }
      throw segment.damaged(Address.offset(address));
    } catch (IOException | IllegalArgumentException e) {
      throw segment.damaged(Address.offset(address));
    } finally {
      lock.unlock();
    }
  }

  private RandomAccessFile file(Segment segment) throws IOException {
    RandomAccessFile file = open.get(segment.number());
    if (file == null) {
      if (open.size() == MOST_OPEN) {
        long oldest = open.keySet().iterator().next();
        RandomAccessFile unused = open.remove(oldest);
        if (unused != null) {
          unused.close();
        }
      }
      file = new RandomAccessFile(segment.file().toFile(), "r");
      open.put(segment.number(), file);
    }
    return file;
  }

  @Override
  public void close() throws IOException {
    lock.lock();
    try {
      for (RandomAccessFile file : open.values()) {
        file.close();
      }
      open.clear();
    } finally {
      lock.unlock();
    }
  }
}
