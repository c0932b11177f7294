package io.telproof.ledger;

import java.io.IOException;
import java.nio.file.FileSystemException;
import org.jspecify.annotations.Nullable;

/** Why something could not be done with a file, for people. */
final class Reason {
  private Reason() {}

  static String of(IOException e) {
    @Nullable String said =
        e instanceof FileSystemException file ? file.getReason() : e.getMessage();
    return said == null ? e.getClass().getSimpleName() : said;
  }
}
