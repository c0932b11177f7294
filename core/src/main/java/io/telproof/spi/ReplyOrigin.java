package io.telproof.spi;

import org.jspecify.annotations.Nullable;

/** Where one reply came from: its connection, and what came before it. Thread-safe. */
final class ReplyOrigin {
  private final ConnectionGuard connection;
  private final RequestIds ids;
  private @Nullable String own;

  ReplyOrigin(ConnectionGuard connection, RequestIds ids) {
    this.connection = connection;
    this.ids = ids;
  }

  /**
   * Whether the reply that has this id is an earlier one, sent again. Then a reply too many is on
   * the connection, which is closed.
   */
  synchronized boolean isStale(String id) {
    if (id.equals(own)) {
      // The same reply, read once more.
      return false;
    }
    if (ids.add(id)) {
      own = id;
      return false;
    }
    connection.close();
    return true;
  }

  /** The reply is not as expected: nobody is served on its connection after it. */
  void unexpected() {
    connection.retire();
  }
}
