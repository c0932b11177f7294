package io.telproof.ledger;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;

/**
 * A file of the operating system. Not a channel: that is closed where the thread that writes is
 * interrupted, and the thread is the application's.
 */
final class DiskFile implements SegmentFile {
  private final RandomAccessFile file;

  DiskFile(Path path) throws IOException {
    this.file = new RandomAccessFile(path.toFile(), "rw");
    file.seek(file.length());
  }

  @Override
  public void append(byte[] bytes) throws IOException {
    file.write(bytes);
  }

  @Override
  public void cut(long length) throws IOException {
    file.setLength(length);
    file.seek(length);
  }

  @Override
  public void force() throws IOException {
    file.getFD().sync();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
