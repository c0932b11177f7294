package io.telproof.spi.http.internal;

import java.security.SecureRandom;
import java.util.HexFormat;

/** Numbers that are used once. Thread-safe. */
public final class Nonce {
  private static final SecureRandom RANDOM = new SecureRandom();

  private Nonce() {}

  /** 32 hexadecimal digits that nobody can guess. */
  public static String next() {
    byte[] bytes = new byte[16];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
