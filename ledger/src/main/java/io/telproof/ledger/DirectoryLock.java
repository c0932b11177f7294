package io.telproof.ledger;

import io.telproof.spi.ledger.LedgerException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The lock by which one process writes in a directory. It goes with the process, however that ends.
 *
 * <p>To close any channel of a file gives back all locks that this process has on it, on POSIX:
 * whoever has the lock in this process is remembered, and the file is not opened a second time.
 */
final class DirectoryLock implements AutoCloseable {
  private static final String FILE = "lock";

  /** Far behind what is written in the file, because a lock may keep others from reading. */
  private static final long PLACE = 1L << 40;

  /** Who only looks holds the lock for a moment. */
  private static final int TRIES = 40;

  /** Held by who takes a lock or looks for one. */
  private static final ReentrantLock ONE = new ReentrantLock();

  private static final Set<Path> HERE = ConcurrentHashMap.newKeySet();

  /** Not closed, because that would take the lock from who has it, under another class loader. */
  private static final Queue<FileChannel> OTHERS = new ConcurrentLinkedQueue<>();

  private final Path directory;
  private final FileChannel channel;

  private DirectoryLock(Path directory, FileChannel channel) {
    this.directory = directory;
    this.channel = channel;
  }

  /**
   * Takes the lock.
   *
   * @throws LedgerException if somebody else has it
   */
  static DirectoryLock take(Path directory) throws LedgerException, IOException {
    Path real = directory.toRealPath();
    ONE.lock();
    try {
      if (HERE.contains(real)) {
        throw held(directory, "in this process");
      }
      DirectoryLock lock = new DirectoryLock(real, WithoutInterrupt.run(() -> locked(directory)));
      HERE.add(real);
      return lock;
    } catch (HeldException e) {
      throw held(directory, e.by);
    } finally {
      ONE.unlock();
    }
  }

  private static FileChannel locked(Path directory) throws IOException {
    Path file = directory.resolve(FILE);
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    boolean mine = false;
    boolean closing = true;
    try {
      for (int i = 0; i < TRIES && !mine; i++) {
        if (i > 0) {
          pause();
        }
        mine = channel.tryLock(PLACE, 1, false) != null;
      }
      if (!mine) {
        throw new HeldException(owner(channel));
      }
      channel.truncate(0);
      channel.write(
          ByteBuffer.wrap(
              Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
      return channel;
    } catch (OverlappingFileLockException e) {
      closing = false;
      OTHERS.add(channel);
      throw new HeldException("in this process");
    } finally {
      if (!mine && closing) {
        channel.close();
      }
    }
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(25);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String owner(FileChannel channel) throws IOException {
    ByteBuffer text = ByteBuffer.allocate(20);
    channel.read(text, 0);
    String number = new String(text.array(), 0, text.position(), StandardCharsets.US_ASCII);
    return number.matches("[0-9]+") ? "in process " + number : "in another process";
  }

  private static LedgerException held(Path directory, String by) {
    return new LedgerException(
        "the ledger in "
            + directory
            + " is open to be written "
            + by
            + "; one process alone writes in a ledger in files: end that one, give each a directory"
            + " of its own, or share a ledger by kept = jdbc");
  }

  /** Whether somebody has the lock at this moment, in this process or another. */
  static boolean isHeld(Path directory) throws IOException {
    Path file = directory.resolve(FILE);
    ONE.lock();
    try {
      return HERE.contains(directory.toRealPath())
          || (Files.exists(file) && WithoutInterrupt.run(() -> isLocked(file)));
    } finally {
      ONE.unlock();
    }
  }

  private static boolean isLocked(Path file) throws IOException {
    FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
    boolean closing = true;
    try {
      @Nullable FileLock lock = channel.tryLock(PLACE, 1, true);
      Optional.ofNullable(lock).ifPresent(DirectoryLock::giveBack);
      return lock == null;
    } catch (OverlappingFileLockException e) {
      closing = false;
      OTHERS.add(channel);
      return true;
    } finally {
      if (closing) {
        channel.close();
      }
    }
  }

  private static void giveBack(FileLock lock) {
    try {
      lock.release();
    } catch (IOException e) {
      // Its channel is closed in a moment, and the lock goes with it.
    }
  }

  /** Gives the lock back. */
  @Override
  public void close() {
    ONE.lock();
    try {
      channel.close();
    } catch (IOException e) {
      // It is given back all the same.
    } finally {
      HERE.remove(directory);
      ONE.unlock();
    }
  }

  /** Somebody has the lock. */
  private static final class HeldException extends IOException {
    private static final long serialVersionUID = 1L;
    private final String by;

    HeldException(String by) {
      this.by = by;
    }
  }
}
