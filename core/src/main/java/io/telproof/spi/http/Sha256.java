package io.telproof.spi.http;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * SHA-256 and HMAC-SHA-256, of which the signatures of most vendors are made. Keeps nothing of what
 * it is given. Thread-safe.
 *
 * @see <a href="https://doi.org/10.6028/NIST.FIPS.180-4">FIPS 180-4, Secure Hash Standard</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc2104">RFC 2104, HMAC</a>
 */
public final class Sha256 {
  private static final String HASH = "SHA-256";
  private static final String HMAC = "HmacSHA256";

  private Sha256() {}

  /** Hashes a message; returns 64 hexadecimal digits in lower case. */
  public static String hex(byte[] message) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance(HASH).digest(message));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + HASH, e);
    }
  }

  /**
   * Hashes a message with a key; returns 32 bytes, as what is a key in its turn.
   *
   * @param key of any length, at least one byte
   * @throws IllegalArgumentException if the key is empty
   */
  public static byte[] hmac(byte[] key, byte[] message) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key, HMAC));
      return mac.doFinal(message);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + HMAC, e);
    }
  }

  /**
   * Hashes a message with a key; returns 64 hexadecimal digits in lower case.
   *
   * @param key of any length, at least one byte
   * @throws IllegalArgumentException if the key is empty
   */
  public static String hmacHex(byte[] key, byte[] message) {
    return HexFormat.of().formatHex(hmac(key, message));
  }
}
