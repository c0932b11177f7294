package io.telproof.spi.http.internal;

import org.jspecify.annotations.Nullable;

/**
 * The request ids that a vendor gave to the last 4096 replies. A vendor gives an id once: a reply
 * that has one of these was the answer to an earlier question. Thread-safe.
 */
public final class RequestIds {
  private static final int KEPT = 4096;

  private @Nullable RecentHashes seen;
  private volatile boolean empty = true;

  /** Whether the vendor has given none yet, or gives none. */
  boolean isEmpty() {
    return empty;
  }

  /** Takes an id down; false where it was there. */
  synchronized boolean add(String id) {
    RecentHashes hashes = seen;
    if (hashes == null) {
      hashes = new RecentHashes(KEPT);
      seen = hashes;
      empty = false;
    }
    return hashes.add(id);
  }
}
