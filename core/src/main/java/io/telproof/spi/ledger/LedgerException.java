package io.telproof.spi.ledger;

/**
 * A ledger that could not be written or read. The message says what is wrong and what to do, for
 * people; it holds no address with a user or a password, and nothing of what was to be written.
 */
public final class LedgerException extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * A failure with what a person needs to know of it.
   *
   * @param message what could not be written or read, and what to do
   */
  public LedgerException(String message) {
    super(message);
  }
}
