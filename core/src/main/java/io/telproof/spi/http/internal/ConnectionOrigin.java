package io.telproof.spi.http.internal;

import io.telproof.spi.http.internal.ReplyFinding.Finding;
import io.telproof.spi.reply.ReplyOrigin;
import org.jspecify.annotations.Nullable;

/** Where one reply came from: its connection, and what came before it. Thread-safe. */
final class ConnectionOrigin implements ReplyOrigin {
  private final ConnectionGuard connection;
  private final ReplyFinding verdict;
  private final RequestIds ids;
  private @Nullable String own;

  ConnectionOrigin(ConnectionGuard connection, ReplyFinding verdict, RequestIds ids) {
    this.connection = connection;
    this.verdict = verdict;
    this.ids = ids;
  }

  @Override
  public synchronized boolean isStale(String id) {
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

  @Override
  public void unexpected() {
    verdict.found(Finding.NOT_OWN);
    connection.retire();
  }
}
