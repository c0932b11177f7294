package io.telproof.ledger;

import java.io.Closeable;
import java.io.IOException;

/** A file that is appended to. For one thread at a time, but for {@link #force}. */
interface SegmentFile extends Closeable {
  /** Writes at the end; where it fails, a part may have been written. */
  void append(byte[] bytes) throws IOException;

  /** Cuts off what stands behind a place, which is the end from now on. */
  void cut(long length) throws IOException;

  /** Returns once all that was written is on the disk. Stops nobody who appends meanwhile. */
  void force() throws IOException;
}
