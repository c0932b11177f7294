package io.telproof.tencent;

import io.telproof.Sensitive;
import java.security.SecureRandom;
import java.util.Base64;

/** Where the key for a request comes from. Thread-safe. */
@FunctionalInterface
interface EnvelopeKeys {
  /** A key, and what to send so that the vendor has it too. */
  EnvelopeKey next();

  /** How a key is encrypted for the vendor. Thread-safe. */
  @FunctionalInterface
  interface KeyWrap {
    byte[] wrap(byte[] key);
  }

  /** A fresh random key of so many bytes for every request. */
  static EnvelopeKeys fresh(int bytes, SecureRandom random, KeyWrap wrapping) {
    return () -> {
      byte[] key = new byte[bytes];
      random.nextBytes(key);
      return new EnvelopeKey(key, Base64.getEncoder().encodeToString(wrapping.wrap(key)));
    };
  }

  /**
   * The one data key that the vendor's key service gave, for accounts that have used it since
   * before March 2023.
   *
   * @throws IllegalArgumentException if it is not 32 bytes in base64
   * @see <a href="https://cloud.tencent.com/document/product/1007/95088">Encryption with KMS</a>
   */
  static EnvelopeKeys dataKey(Sensitive key, Sensitive blob) {
    byte[] bytes = Base64Text.decode(key, "data-key");
    if (bytes.length != 32) {
      throw new IllegalArgumentException("data-key is 32 bytes, but this is " + bytes.length);
    }
    return () -> new EnvelopeKey(bytes, blob.reveal());
  }
}
