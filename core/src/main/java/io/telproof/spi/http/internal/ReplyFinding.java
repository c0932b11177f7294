package io.telproof.spi.http.internal;

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

  private Finding finding = Finding.NONE;

  /** Says what was found. The first word counts. */
  synchronized void found(Finding what) {
    if (finding == Finding.NONE) {
      finding = what;
    }
  }

  /** What was found up to now. */
  synchronized Finding finding() {
    return finding;
  }
}
