package io.telproof.client.internal.config;

import io.telproof.Sensitive;

/** What the key of a hash has to be that stands for a number. */
public final class HashKey {
  /** What is said of one that is not long enough. */
  public static final String TOO_SHORT =
      "is too short: with less than 16 characters every number can be tried";

  private static final int SHORTEST = 16;

  private HashKey() {}

  /** Whether not every number can be tried with it. */
  public static boolean isLongEnough(Sensitive key) {
    return key.reveal().length() >= SHORTEST;
  }
}
