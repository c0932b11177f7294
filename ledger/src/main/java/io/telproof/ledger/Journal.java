package io.telproof.ledger;

import io.telproof.spi.ledger.LedgerException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The end of a ledger, where records are appended, and how much of it is on the disk. Appending is
 * for who holds the lock; nobody waits for the disk with it.
 */
final class Journal {
  private final Path directory;
  private final SegmentFiles files;
  private final ReentrantLock lock;
  private final long ledger;
  private final long segmentBytes;
  private final GroupForce force;
  private List<SegmentFile> full = new ArrayList<>();
  private SegmentFile file;
  private long number;
  private long offset;
  private boolean isDirectoryChanged;
  private @Nullable String failure;
  private @Nullable String closed;

  private Journal(
      Path directory,
      SegmentFiles files,
      ReentrantLock lock,
      long ledger,
      long segmentBytes,
      SegmentFile file,
      long end) {
    this.directory = directory;
    this.files = files;
    this.lock = lock;
    this.ledger = ledger;
    this.segmentBytes = segmentBytes;
    this.file = file;
    this.number = Address.segment(end);
    this.offset = Address.offset(end);
    this.isDirectoryChanged = true;
    this.force = new GroupForce(this::forceAll);
  }

  /**
   * Goes on where a scan has found the end, and cuts off what stands behind it.
   *
   * @param end 0 where there is nothing
   */
  static Journal at(
      long end,
      List<Segment> segments,
      Path directory,
      SegmentFiles files,
      ReentrantLock lock,
      long ledger,
      long segmentBytes)
      throws IOException {
    long first = segments.isEmpty() ? 1 : segments.get(0).number();
    long number = end == 0 ? first : Address.segment(end);
    for (int i = segments.size() - 1; i >= 0 && segments.get(i).number() > number; i--) {
      Files.delete(segments.get(i).file());
    }
    SegmentFile file = files.open(Segment.of(directory, number).file());
    boolean right = false;
    try {
      if (end == 0) {
        file.cut(0);
        file.append(Segment.of(directory, number).header(ledger));
      } else {
        file.cut(Address.offset(end));
      }
      long from = end == 0 ? Address.of(number, Segment.HEADER) : end;
      Journal journal = new Journal(directory, files, lock, ledger, segmentBytes, file, from);
      right = true;
      return journal;
    } finally {
      if (!right) {
        file.close();
      }
    }
  }

  /** Up to where everything is on the disk. */
  long forced() {
    return force.forced();
  }

  /** Where the next record begins. For who holds the lock. */
  long end() {
    return Address.of(number, offset);
  }

  /**
   * Appends a record. For who holds the lock.
   *
   * @return its address
   * @throws LedgerException if it was not written; nothing of it is left then
   */
  long append(byte[] record) throws LedgerException {
    refuseWhereOver();
    return appendLast(record);
  }

  /** The same for the owner that has closed it. */
  long appendLast(byte[] record) throws LedgerException {
    refuseAfterFailure();
    if (record.length > RecordFormat.LONGEST) {
      throw new LedgerException(
          "a record of the ledger is longer than 16 MiB; nothing was written");
    }
    if (offset > Segment.HEADER && offset + record.length > segmentBytes) {
      rotate();
    }
    long address = end();
    try {
      file.append(record);
    } catch (IOException e) {
      cutBack(e);
    }
    offset += record.length;
    return address;
  }

  private void cutBack(IOException reason) throws LedgerException {
    String what = "the ledger's file " + Segment.of(directory, number).file();
    try {
      file.cut(offset);
    } catch (IOException e) {
      throw fail(
          what
              + " was written in part and could not be mended ("
              + Reason.of(e)
              + "); mend the disk, and open the ledger again");
    }
    throw new LedgerException(
        what + " could not be written (" + Reason.of(reason) + "); is the disk full?");
  }

  /** Begins the next segment. Nobody waits: whoever forces next forces the one before as well. */
  private void rotate() throws LedgerException {
    Segment next = Segment.of(directory, number + 1);
    try {
      SegmentFile opened = files.open(next.file());
      try {
        opened.cut(0);
        opened.append(next.header(ledger));
      } catch (IOException e) {
        opened.close();
        Files.deleteIfExists(next.file());
        throw e;
      }
      full.add(file);
      file = opened;
      number++;
      offset = Segment.HEADER;
      isDirectoryChanged = true;
    } catch (IOException e) {
      throw new LedgerException(
          "the ledger's next file "
              + next.file()
              + " could not be begun ("
              + Reason.of(e)
              + "); is the disk full?");
    }
  }

  /**
   * Returns once everything before an address is on the disk. Not for who holds the lock.
   *
   * @throws LedgerException if that is not certain
   */
  void awaitForced(long address) throws LedgerException {
    force.await(address);
  }

  private long forceAll() throws LedgerException {
    List<SegmentFile> before;
    SegmentFile current;
    boolean isNew;
    long upTo;
    lock.lock();
    try {
      refuseAfterFailure();
      before = full;
      full = new ArrayList<>();
      current = file;
      isNew = isDirectoryChanged;
      isDirectoryChanged = false;
      upTo = end();
    } finally {
      lock.unlock();
    }
    try {
      for (SegmentFile each : before) {
        each.force();
        each.close();
      }
      current.force();
      if (isNew) {
        forceDirectory();
      }
      return upTo;
    } catch (IOException e) {
      lock.lock();
      try {
        // What the disk has not taken it will not be asked for again: nobody knows what is there.
        throw fail(
            "the disk did not take what was written in "
                + directory
                + " ("
                + Reason.of(e)
                + "); mend it, and open the ledger again");
      } finally {
        lock.unlock();
      }
    }
  }

  /** So that a file which was made is found after a loss of power. */
  private void forceDirectory() throws IOException {
    WithoutInterrupt.run(
        () -> {
          try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
          }
          return true;
        });
  }

  /** For who holds the lock. */
  void refuseWhereOver() throws LedgerException {
    if (closed != null) {
      throw new LedgerException(closed);
    }
    refuseAfterFailure();
  }

  private void refuseAfterFailure() throws LedgerException {
    if (failure != null) {
      throw new LedgerException(failure);
    }
  }

  /** Lets nothing be written any more. For who holds the lock. */
  LedgerException fail(String why) {
    failure = why;
    return new LedgerException(why);
  }

  /** Lets nobody but its owner write any more. For who holds the lock. */
  void refuseOthers() {
    closed = "the ledger in " + directory + " is closed; nothing can be written in it any more";
  }

  /** Lets go of the files. For who holds the lock. */
  void close() throws IOException {
    refuseOthers();
    for (SegmentFile each : full) {
      each.close();
    }
    file.close();
  }
}
