package io.telproof.ledger.trial;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** Files in a directory, of which a few are begun in each run. */
final class FileKeeper implements Keeper {
  private final String survives;
  private final Path directory;

  FileKeeper(String survives) throws IOException {
    this.survives = survives;
    this.directory = Files.createTempDirectory("telproof-ledger");
  }

  @Override
  public String block() {
    return "kept = file, directory = \"%s\", rotate-at = 1MiB, survives = %s"
        .formatted(directory, survives);
  }

  @Override
  public boolean killAndStartAgain() {
    return false;
  }

  @Override
  public void close() throws IOException {
    try (Stream<Path> files = Files.walk(directory)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
