package io.telproof.spi;

import io.telproof.spi.Verdict.Finding;
import org.jspecify.annotations.Nullable;

/** Where one reply came from: its connection, and what came before it. Thread-safe. */
final class ReplyOrigin {
  private final ConnectionGuard connection;
  private final Verdict verdict;
  private final RequestIds ids;
  private @Nullable String own;

  ReplyOrigin(ConnectionGuard connection, Verdict verdict, RequestIds ids) {
    this.connection = connection;
    this.verdict = verdict;
    this.ids = ids;
  }

  /**
   * Whether the reply that has this id is the answer to an earlier question, sent again. Then the
   * true one is still to come, and nobody is served on its connection after it.
   */
  synchronized boolean isStale(String id) {
    if (id.equals(own)) {
      // The same reply, read once more.
      return false;
    }
    if (ids.add(id)) {
      own = id;
      verdict.found(Finding.OWN);
      return false;
    }
    unexpected();
    return true;
  }

  /** The reply is not as expected: nobody is served on its connection after it. */
  void unexpected() {
    verdict.found(Finding.NOT_OWN);
    connection.retire();
  }
}
