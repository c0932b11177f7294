package io.telproof.spi.http;

import java.security.InvalidKeyException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A key of HMAC-SHA-256 that many messages are hashed with: what its hash function needs is found
 * once, and each message has a copy of that. Prints nothing of the key. Thread-safe.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc2104">RFC 2104, HMAC</a>
 */
public final class HmacKey {
  private static final String HMAC = "HmacSHA256";

  private final SecretKeySpec key;
  // Never used itself, so that threads can copy it at the same time.
  private final Mac keyed;

  private HmacKey(SecretKeySpec key) {
    this.key = key;
    this.keyed = keyed(Sha256.mac(), key);
  }

  /**
   * {@return the key of these bytes, which are copied}
   *
   * @param bytes of any length, at least one byte
   * @throws IllegalArgumentException if there is none
   */
  public static HmacKey of(byte[] bytes) {
    return new HmacKey(new SecretKeySpec(bytes, HMAC));
  }

  /**
   * Hashes a message; returns 32 bytes, as what is a key in its turn.
   *
   * @param message the bytes of the message
   * @return the bytes
   */
  public byte[] hash(byte[] message) {
    return fresh().doFinal(message);
  }

  /**
   * Hashes a message; returns 64 hexadecimal digits in lower case.
   *
   * @param message the bytes of the message
   * @return the digits
   */
  public String hex(byte[] message) {
    return HexFormat.of().formatHex(hash(message));
  }

  private Mac fresh() {
    try {
      return (Mac) keyed.clone();
    } catch (CloneNotSupportedException e) {
      // Not every security provider's can be copied.
      return keyed(Sha256.mac(), key);
    }
  }

  private static Mac keyed(Mac mac, SecretKeySpec key) {
    try {
      mac.init(key);
      return mac;
    } catch (InvalidKeyException e) {
      throw new IllegalStateException("every key is one of " + HMAC, e);
    }
  }

  /** Nothing of the key. */
  @Override
  public String toString() {
    return "HmacKey[***]";
  }
}
