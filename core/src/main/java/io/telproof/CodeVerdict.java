package io.telproof;

/** What a vendor says of a code. */
public enum CodeVerdict {
  /** It is the code that was sent. */
  ACCEPTED,
  /** It is not the code that was sent, or its handle is not that of a code sent to this contact. */
  REJECTED,
  /** The code can no longer be used. */
  EXPIRED,
  /** Too many wrong codes were tried; a new one has to be sent. */
  ATTEMPTS_EXHAUSTED,
  /** The contact was verified before. Says nothing about the code that was typed now. */
  ALREADY_VERIFIED;

  /**
   * {@return whether whoever typed this code holds the contact: true of {@link #ACCEPTED} alone}
   */
  public boolean provesPossession() {
    return this == ACCEPTED;
  }
}
