package io.telproof.sandbox.tencent;

import java.security.GeneralSecurityException;

/**
 * One of the two ways in which fields are encrypted
 * (cloud.tencent.com/document/product/1007/47180).
 */
interface Cryptography {

  /** The initial vector's length in bytes. */
  int ivLength();

  /** The key out of its wrapping. */
  byte[] unwrap(byte[] blob) throws GeneralSecurityException;

  /**
   * One field.
   *
   * @param tag empty where the algorithm has none
   */
  byte[] decrypt(byte[] key, byte[] iv, byte[] ciphertext, byte[] tag)
      throws GeneralSecurityException;
}
