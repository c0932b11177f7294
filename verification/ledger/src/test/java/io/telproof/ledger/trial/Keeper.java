package io.telproof.ledger.trial;

import java.io.IOException;

/** Where the ledger of a run is kept. For one thread. */
interface Keeper extends AutoCloseable {
  /** The key of the hashes, the same in every process. */
  String HASH_KEY = "the-key-of-the-hashes-of-this-trial";

  /** What stands in {@code telproof.ledger} for it. */
  String block();

  /** Ends its server as if the power had been cut, and starts it again; false if it has none. */
  boolean killAndStartAgain();

  @Override
  void close() throws IOException;
}
