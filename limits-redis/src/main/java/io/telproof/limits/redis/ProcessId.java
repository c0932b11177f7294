package io.telproof.limits.redis;

import java.security.SecureRandom;

/** Tells one opening of a store from every other. Says nothing of the machine. */
final class ProcessId {
  private static final SecureRandom RANDOM = new SecureRandom();

  private ProcessId() {}

  static String random() {
    return Long.toString(RANDOM.nextLong() & Long.MAX_VALUE, Character.MAX_RADIX);
  }
}
