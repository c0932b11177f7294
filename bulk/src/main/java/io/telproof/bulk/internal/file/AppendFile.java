package io.telproof.bulk.internal.file;

import io.telproof.bulk.BulkException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A file that is written at its end, and goes on where it was certainly whole. For one thread. */
final class AppendFile implements AutoCloseable {
  private static final int BUFFER = 1 << 16;

  private final FileChannel channel;
  private final OutputStream out;
  private long length;

  /**
   * Opens it, and makes it where it is not there.
   *
   * @param length where to go on: what is behind it was written by a process that ended
   * @throws BulkException if it is shorter than that
   */
  AppendFile(Path file, long length) throws BulkException, IOException {
    this.channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (channel.size() < length) {
      channel.close();
      throw new BulkException(
          "what was written is shorter than it was: " + file.getFileName() + "; put it back");
    }
    channel.truncate(length).position(length);
    this.out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER);
    this.length = length;
  }

  void write(String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.write(bytes);
    length += bytes.length;
  }

  /** Writes behind its end what is only to be seen: what is written next takes its place. */
  void show(String text) throws IOException {
    out.flush();
    ByteBuffer bytes = StandardCharsets.UTF_8.encode(text);
    while (bytes.hasRemaining()) {
      channel.write(bytes);
    }
    channel.truncate(channel.position());
    channel.position(length);
  }

  /** How long it is with everything that was written. */
  long length() {
    return length;
  }

  /** Brings all of it to the disk. */
  void force() throws IOException {
    out.flush();
    channel.force(false);
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
