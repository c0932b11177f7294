package io.telproof.client.internal.ledger;

import io.telproof.Sensitive;
import io.telproof.spi.CheckType;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals the values of answers for a ledger, and opens them again: AES-256-GCM, with a nonce of its
 * own for each, and the idempotency key as what it is bound to. Thread-safe.
 */
public final class AnswerSeal {
  private static final String ALGORITHM = "AES/GCM/NoPadding";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecureRandom random = new SecureRandom();
  private final SecretKeySpec secret;
  private final Duration keep;

  /**
   * A seal with a key of 32 bytes.
   *
   * @param keep for how long an answer is kept
   */
  AnswerSeal(byte[] key, Duration keep) {
    this.secret = new SecretKeySpec(key, "AES");
    this.keep = keep;
  }

  /** For how long an answer is kept. */
  public Duration keep() {
    return keep;
  }

  /**
   * Seals a value, in base64.
   *
   * @param key under which the ledger has it, and under which alone it opens
   */
  public Sensitive seal(String key, CheckType check, Object value) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      byte[] text =
          cipher(Cipher.ENCRYPT_MODE, nonce, key).doFinal(AnswerCodec.encode(check, value));
      byte[] whole = ByteBuffer.allocate(nonce.length + text.length).put(nonce).put(text).array();
      return Sensitive.of(Base64.getEncoder().encodeToString(whole));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }

  /**
   * Opens what was sealed.
   *
   * @throws UnreadableAnswerException if it was sealed with another key or for another idempotency
   *     key, was changed, or holds what is no value of this check
   */
  public Object open(String key, CheckType check, Sensitive sealed)
      throws UnreadableAnswerException {
    try {
      ByteBuffer whole = ByteBuffer.wrap(Base64.getDecoder().decode(sealed.reveal()));
      byte[] nonce = new byte[NONCE_BYTES];
      if (whole.remaining() > NONCE_BYTES) {
        whole.get(nonce);
        byte[] text = new byte[whole.remaining()];
        whole.get(text);
        return AnswerCodec.decode(check, cipher(Cipher.DECRYPT_MODE, nonce, key).doFinal(text));
      }
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      // Said below: what was thrown knows no more.
    }
    throw new UnreadableAnswerException(
        "it was sealed with another telproof.ledger.answers.key, or was changed");
  }

  private Cipher cipher(int mode, byte[] nonce, String key) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(ALGORITHM);
    cipher.init(mode, secret, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(key.getBytes(StandardCharsets.US_ASCII));
    return cipher;
  }

  /** Nothing of the key. */
  @Override
  public String toString() {
    return "AnswerSeal[***]";
  }
}
