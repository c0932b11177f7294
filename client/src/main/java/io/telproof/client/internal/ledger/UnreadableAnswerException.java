package io.telproof.client.internal.ledger;

/** A recorded answer that cannot be read. The message says why, for people, and quotes nothing. */
public final class UnreadableAnswerException extends Exception {
  private static final long serialVersionUID = 1L;

  UnreadableAnswerException(String message) {
    super(message);
  }
}
