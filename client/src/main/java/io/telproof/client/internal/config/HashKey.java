package io.telproof.client.internal.config;

import io.telproof.Sensitive;

/** What the key of a hash has to be that stands for a number. */
final class HashKey {
  static final String TOO_SHORT =
      "is too short: with less than 16 characters every number can be tried";

  private static final int SHORTEST = 16;

  private HashKey() {}

  static boolean isLongEnough(Sensitive key) {
    return key.reveal().length() >= SHORTEST;
  }
}
