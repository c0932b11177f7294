package io.telproof.spi.http.internal;

import java.util.concurrent.atomic.AtomicReference;

/** What was found of one reply: whether it is the answer to its own question. Thread-safe. */
final class ReplyFinding {
  /** What can be found. */
  enum Finding {
    /** Nobody has looked yet. */
    NONE,
    /** It has an id that no reply had before. */
    OWN,
    /** It is another's, or none that the vendor's page describes, or cannot be told from a copy. */
    NOT_OWN
  }

  private final AtomicReference<Finding> finding = new AtomicReference<>(Finding.NONE);

  /** Says what was found. The first word counts. */
  void found(Finding what) {
    finding.compareAndSet(Finding.NONE, what);
  }

  /** What was found up to now. */
  Finding finding() {
    return finding.get();
  }
}
