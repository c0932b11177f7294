package io.telproof.spi.http;

import org.jspecify.annotations.Nullable;

/**
 * The connection on which the last reply to a question came, until that was looked at. For one
 * thread.
 */
final class HeldConnection {
  private @Nullable SendOnce sending;

  /** Holds the connection that this one gets. */
  void hold(SendOnce next) {
    sending = next;
  }

  /** Lets go of it. Twice does nothing. */
  void free() {
    SendOnce last = sending;
    if (last != null) {
      sending = null;
      last.finish();
    }
  }
}
