package io.telproof.ledger.jdbc;

import io.telproof.spi.ledger.LedgerException;

/** PostgreSQL did not do what it was asked for. The message is for people, and quotes nothing. */
final class SqlFailure extends Exception {
  private static final long serialVersionUID = 1L;

  /** Whether it was done all the same. */
  enum Effect {
    /** Certainly not, and another attempt may go well. */
    NONE,
    /** Perhaps, now or in a moment. */
    POSSIBLE,
    /** Certainly not, and it never will be: it is refused for what it is. */
    REFUSED
  }

  private final Effect effect;

  /**
   * A failure.
   *
   * @param message what is wrong and what to do
   */
  SqlFailure(String message, Effect effect) {
    super(message);
    this.effect = effect;
  }

  Effect effect() {
    return effect;
  }

  /** The same for who uses the ledger. */
  LedgerException told() {
    return new LedgerException(String.valueOf(getMessage()));
  }
}
