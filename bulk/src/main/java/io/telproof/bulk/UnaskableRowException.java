package io.telproof.bulk;

/** A row that is no question; the message says why, and quotes nothing of it. */
final class UnaskableRowException extends Exception {
  private static final long serialVersionUID = 1L;

  UnaskableRowException(String message) {
    super(message);
  }
}
