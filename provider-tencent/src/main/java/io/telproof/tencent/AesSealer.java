package io.telproof.tencent;

import io.telproof.tencent.TencentSettings.IvEncoding;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-256-CBC with PKCS#7 padding; one initial vector for all fields of a request. Thread-safe. */
final class AesSealer implements Sealer {
  private static final int IV_BYTES = 16;
  private static final String ALPHANUMERIC =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

  private final EnvelopeKeys keys;
  private final IvEncoding ivEncoding;
  private final SecureRandom random;

  AesSealer(EnvelopeKeys keys, IvEncoding ivEncoding, SecureRandom random) {
    this.keys = keys;
    this.ivEncoding = ivEncoding;
    this.random = random;
  }

  @Override
  public String algorithm() {
    return "AES-256-CBC";
  }

  @Override
  public SealedText seal(Map<String, String> fields) {
    EnvelopeKey key = keys.next();
    byte[] iv = iv();
    Map<String, String> encrypted = new LinkedHashMap<>();
    fields.forEach((name, text) -> encrypted.put(name, encrypt(text, key.key(), iv)));
    return new SealedText(encrypted, key.blob(), written(iv), Optional.empty());
  }

  /**
   * The pages want sixteen characters of the caller's choice, the vendor's helpers send sixteen
   * bytes in base64: which of the two an account's flow takes is a setting.
   */
  private byte[] iv() {
    byte[] iv = new byte[IV_BYTES];
    if (ivEncoding == IvEncoding.BASE64) {
      random.nextBytes(iv);
      return iv;
    }
    for (int i = 0; i < IV_BYTES; i++) {
      iv[i] = (byte) ALPHANUMERIC.charAt(random.nextInt(ALPHANUMERIC.length()));
    }
    return iv;
  }

  private String written(byte[] iv) {
    return ivEncoding == IvEncoding.BASE64
        ? Base64.getEncoder().encodeToString(iv)
        : new String(iv, StandardCharsets.US_ASCII);
  }

  static String encrypt(String text, byte[] key, byte[] iv) {
    try {
      Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
      cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(iv));
      return Base64.getEncoder()
          .encodeToString(cipher.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has AES-CBC", e);
    }
  }
}
