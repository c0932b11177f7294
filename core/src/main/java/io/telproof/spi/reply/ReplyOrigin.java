package io.telproof.spi.reply;

/** Where one reply came from: its connection, and what came before it. Thread-safe. */
public interface ReplyOrigin {
  /**
   * {@return whether the reply that has this id is the answer to an earlier question, sent again}
   * Then the true one is still to come, and nobody is served on its connection after it.
   *
   * @param id the vendor's id of the request that the reply has
   */
  boolean isStale(String id);

  /** The reply is not as expected: nobody is served on its connection after it. */
  void unexpected();
}
