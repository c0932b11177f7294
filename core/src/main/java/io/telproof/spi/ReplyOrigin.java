package io.telproof.spi;

import io.telproof.spi.Verdict.Finding;
import org.jspecify.annotations.Nullable;

/**
 * Where one reply came from: its connection, and what came before it there and elsewhere.
 * Thread-safe.
 */
final class ReplyOrigin {
  private final ConnectionGuard connection;
  private final Verdict before;
  private final Verdict mine;
  private final RequestIds ids;
  private @Nullable String own;

  /**
   * The origin of a reply.
   *
   * @param before of the reply before it on the same connection
   * @param mine of this reply
   */
  ReplyOrigin(ConnectionGuard connection, Verdict before, Verdict mine, RequestIds ids) {
    this.connection = connection;
    this.before = before;
    this.mine = mine;
    this.ids = ids;
  }

  /**
   * Whether the reply that has this id is the answer to another question: an earlier one, sent
   * again, or the one that such a reply has left behind. Then its connection serves nobody after
   * it. It is not closed under whoever has it by now: what comes of that question is judged so too.
   */
  synchronized boolean isStale(String id) {
    if (id.equals(own)) {
      // The same reply, read once more.
      return false;
    }
    Finding earlier = before.finding();
    if (earlier == Finding.STALE || !ids.add(id)) {
      return stale();
    }
    own = id;
    mine.found(Finding.OWN);
    return false;
  }

  /** The same for a reply without an id: where the one before it has none either, nobody knows. */
  boolean isStale() {
    unexpected();
    return before.finding() != Finding.OWN && stale();
  }

  private boolean stale() {
    mine.found(Finding.STALE);
    connection.retire();
    return true;
  }

  /** The reply is not as expected: nobody is served on its connection after it. */
  void unexpected() {
    mine.found(Finding.UNTOLD);
    connection.retire();
  }
}
