package io.telproof.spi.ledger;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** What stands in a ledger, for who pays the bill. Changes nothing. Thread-safe. */
public interface LedgerReader extends AutoCloseable {
  /**
   * One question to one provider. Immutable.
   *
   * @param intent what was about to be asked
   * @param settlement what came of it; empty where that is not known
   * @param owned whether the process that asked is alive, so that an end may still come
   */
  record Entry(Intent intent, Optional<Settlement> settlement, boolean owned) {
    /** {@return whether nobody will ever say what came of it} */
    public boolean isInDoubt() {
      return settlement.isEmpty() && !owned;
    }
  }

  /**
   * Shows every question of a span of time, the oldest intent first, without holding them all in
   * memory.
   *
   * @param from the first moment of it
   * @param until the first moment behind it
   * @param shown is given each entry in turn
   * @throws LedgerException if the ledger cannot be read to its end; what was shown is right
   */
  void entries(Instant from, Instant until, Consumer<Entry> shown) throws LedgerException;

  /**
   * Shows every question that is in doubt, the oldest first.
   *
   * @param shown is given each entry in turn
   * @throws LedgerException where the ledger cannot be read
   */
  void doubts(Consumer<Entry> shown) throws LedgerException;

  @Override
  void close();
}
