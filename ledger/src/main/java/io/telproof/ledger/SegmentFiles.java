package io.telproof.ledger;

import java.io.IOException;
import java.nio.file.Path;

/** Opens files to append to them. */
@FunctionalInterface
interface SegmentFiles {
  SegmentFiles ON_DISK = DiskFile::new;

  /** Opens one, makes it where it is missing, and goes to its end. */
  SegmentFile open(Path file) throws IOException;
}
