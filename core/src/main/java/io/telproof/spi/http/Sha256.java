package io.telproof.spi.http;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;

/**
 * SHA-256 and HMAC-SHA-256, of which the signatures of most vendors are made. Keeps nothing of what
 * it is given; a key that many messages are hashed with is an {@link HmacKey}. Thread-safe.
 *
 * @see <a href="https://doi.org/10.6028/NIST.FIPS.180-4">FIPS 180-4, Secure Hash Standard</a>
 * @see <a href="https://www.rfc-editor.org/rfc/rfc2104">RFC 2104, HMAC</a>
 */
public final class Sha256 {
  private static final String HASH = "SHA-256";
  private static final String HMAC = "HmacSHA256";

  // One is for one thread, and to find one costs about as much as to hash with it.
  @SuppressWarnings("ThreadLocalUsage") // the only one, and no class of ours is reached from it
  private static final ThreadLocal<MessageDigest> DIGESTS = ThreadLocal.withInitial(Sha256::digest);

  private Sha256() {}

  /**
   * Hashes a message; returns 64 hexadecimal digits in lower case.
   *
   * @param message the bytes of the message
   * @return the digits
   */
  public static String hex(byte[] message) {
    MessageDigest digest = DIGESTS.get();
    // What broke off before, as for want of stack, would be a part of this message.
    digest.reset();
    return HexFormat.of().formatHex(digest.digest(message));
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance(HASH);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + HASH, e);
    }
  }

  /**
   * Hashes a message with a key; returns 32 bytes, as what is a key in its turn.
   *
   * @param key of any length, at least one byte
   * @param message the bytes of the message
   * @return the bytes
   * @throws IllegalArgumentException if the key is empty
   */
  public static byte[] hmac(byte[] key, byte[] message) {
    return HmacKey.of(key).hash(message);
  }

  /** What hashes with a key, without one. */
  static Mac mac() {
    try {
      return Mac.getInstance(HMAC);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + HMAC, e);
    }
  }

  /**
   * Hashes a message with a key; returns 64 hexadecimal digits in lower case.
   *
   * @param key of any length, at least one byte
   * @param message the bytes of the message
   * @return the digits
   * @throws IllegalArgumentException if the key is empty
   */
  public static String hmacHex(byte[] key, byte[] message) {
    return HexFormat.of().formatHex(hmac(key, message));
  }
}
