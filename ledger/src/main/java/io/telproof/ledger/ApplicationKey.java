package io.telproof.ledger;

/** The half of a key that stands for what the application calls it, whatever the question. */
final class ApplicationKey {
  private static final int DIGITS = 32;

  private ApplicationKey() {}

  static String of(String key) {
    return key.substring(0, DIGITS);
  }
}
