package io.telproof.bulk;

/**
 * A run that cannot begin or cannot go on. The message says what is wrong and what to do, for
 * people; it holds nothing of a row.
 */
public final class BulkException extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * A failure with what a person needs to know of it.
   *
   * @param message what is wrong, where, and what to do
   */
  public BulkException(String message) {
    super(message);
  }
}
