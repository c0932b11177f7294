package io.telproof.ledger.trial;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * A process' output, a line at a time: what was written is out of the process, also where it is
 * killed in the next moment. Thread-safe.
 */
final class LineOutput {
  private final FileOutputStream out = new FileOutputStream(FileDescriptor.out);

  synchronized void write(String line) {
    try {
      out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("the parent process has gone", e);
    }
  }
}
