package io.telproof.ledger.jdbc;

import io.telproof.spi.ledger.KeyClaim;

/**
 * An idempotency key with the question that is asked under it: two keyed hashes. Immutable.
 *
 * @param text 64 hexadecimal digits, half of them for each
 */
record QuestionKey(String text) {
  private static final int HALF = 32;
  private static final int LENGTH = 64;

  /** Refuses what is not of that length. */
  QuestionKey {
    if (text.length() != LENGTH) {
      throw new IllegalArgumentException("a key has " + LENGTH + " hexadecimal digits");
    }
  }

  static QuestionKey of(byte[] key, byte[] question) {
    return new QuestionKey(Digits.hash(key) + Digits.hash(question));
  }

  /** The half that is the application's key. */
  String name() {
    return text.substring(0, HALF);
  }

  byte[] key() {
    return Digits.bytes(name());
  }

  byte[] question() {
    return Digits.bytes(text.substring(HALF));
  }

  /** What is so of the key, where it is of the same question. */
  KeyClaim unlessOther(QuestionKey asked, KeyClaim claim) {
    return equals(asked) ? claim : new KeyClaim.OtherQuestion();
  }
}
