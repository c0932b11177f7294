package io.telproof.client.internal.credentials;

import io.telproof.spi.http.Credentials;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.concurrent.atomic.AtomicInteger;

/** A file that keys stand in, as an operator writes it. Each writing has a time of its own. */
public final class CredentialsFile {
  public final Path path;
  final AtomicInteger read = new AtomicInteger();
  private int written;

  public CredentialsFile(Path path) {
    this.path = path;
  }

  public void write(String name) {
    writeText(name + "\n");
  }

  public void writeText(String text) {
    try {
      // A new file: some file systems flush one that is cut and written again, which takes long.
      Files.deleteIfExists(path);
      Files.writeString(path, text);
      // The file system's own clock is too coarse for changes as quick as a test's.
      Files.setLastModifiedTime(path, FileTime.fromMillis(1_000L * ++written));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void remove() {
    try {
      Files.delete(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reads the keys; empty or cut, the file is refused as a binder would refuse it. */
  public Credentials credentials() {
    read.incrementAndGet();
    String text;
    try {
      text = Files.readString(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (!text.endsWith("\n")) {
      throw new IllegalArgumentException("half-written: " + text);
    }
    return TestCredentials.of(text.strip());
  }
}
