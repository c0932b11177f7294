package io.telproof.sandbox.tencent;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import javax.crypto.BadPaddingException;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-256-CBC with PKCS#7 padding, its key wrapped by RSA-1024 with PKCS#1 v1.5. */
final class Aes256Cbc implements Cryptography {

  private static final int KEY_LENGTH = 32;

  @Override
  public int ivLength() {
    return 16;
  }

  @Override
  public byte[] unwrap(byte[] blob) throws GeneralSecurityException {
    byte[] der = Base64.getDecoder().decode(SandboxKeys.RSA_PRIVATE_KEY);
    Cipher rsa = Cipher.getInstance("RSA/ECB/PKCS1Padding");
    rsa.init(
        Cipher.DECRYPT_MODE,
        KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(der)));
    byte[] key = rsa.doFinal(blob);
    if (key.length != KEY_LENGTH) {
      throw new BadPaddingException("the key has " + key.length + " bytes");
    }
    return key;
  }

  @Override
  public byte[] decrypt(byte[] key, byte[] iv, byte[] ciphertext, byte[] tag)
      throws GeneralSecurityException {
    Cipher aes = Cipher.getInstance("AES/CBC/PKCS5Padding");
    aes.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(iv));
    return aes.doFinal(ciphertext);
  }
}
