package io.telproof.ledger;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Where the files of a ledger are. Immutable. */
record LedgerDirectory(Path path) {
  /**
   * Reads one.
   *
   * @throws IllegalArgumentException if it cannot be the name of a directory
   */
  public static LedgerDirectory of(String text) {
    try {
      if (!text.isBlank()) {
        return new LedgerDirectory(Path.of(text).toAbsolutePath().normalize());
      }
    } catch (InvalidPathException e) {
      // The same as nothing: there can be no such directory.
    }
    throw new IllegalArgumentException("expected a directory, as in \"/var/lib/shop/ledger\"");
  }

  @Override
  public String toString() {
    return path.toString();
  }
}
