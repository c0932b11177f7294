package io.telproof.flink;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals the queries of questions, and opens them again: AES-256-GCM, with a nonce of its own for
 * each, bound to the question's key. In front of each stands which key sealed it. Thread-safe.
 */
final class QuestionSeal {
  private static final String ALGORITHM = "AES/GCM/NoPadding";
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecureRandom random = new SecureRandom();
  private final List<SealingKey> keys;

  /** A key, and what tells it from the others. */
  private record SealingKey(int mark, SecretKeySpec secret) {
    static SealingKey of(byte[] key) {
      try {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update("telproof state key".getBytes(StandardCharsets.US_ASCII));
        return new SealingKey(
            ByteBuffer.wrap(digest.digest(key)).getInt(), new SecretKeySpec(key, "AES"));
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException("every Java platform has SHA-256", e);
      }
    }
  }

  /** A seal whose first key seals, and of which each opens. */
  QuestionSeal(List<byte[]> keys) {
    List<SealingKey> marked = new ArrayList<>();
    keys.forEach(key -> marked.add(SealingKey.of(key)));
    this.keys = List.copyOf(marked);
  }

  /** Seals bytes for the question of this key. */
  byte[] seal(String question, byte[] clear) {
    SealingKey key = keys.get(0);
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    try {
      byte[] text = cipher(Cipher.ENCRYPT_MODE, key.secret(), nonce, question).doFinal(clear);
      return ByteBuffer.allocate(Integer.BYTES + nonce.length + text.length)
          .putInt(key.mark())
          .put(nonce)
          .put(text)
          .array();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
    }
  }

  /**
   * Opens what was sealed for the question of this key.
   *
   * @throws IOException if it was sealed with a key that is not here, or was changed
   */
  byte[] open(String question, byte[] sealed) throws IOException {
    if (sealed.length < Integer.BYTES + NONCE_BYTES) {
      throw new IOException("a sealed question is too short; it was changed");
    }
    ByteBuffer whole = ByteBuffer.wrap(sealed);
    int mark = whole.getInt();
    byte[] nonce = new byte[NONCE_BYTES];
    whole.get(nonce);
    byte[] text = new byte[whole.remaining()];
    whole.get(text);
    for (SealingKey key : keys) {
      if (key.mark() == mark) {
        try {
          return cipher(Cipher.DECRYPT_MODE, key.secret(), nonce, question).doFinal(text);
        } catch (GeneralSecurityException e) {
          throw new IOException("a sealed question was changed: it does not open with its key");
        }
      }
    }
    throw new IOException(
        "a question was sealed with another key than those that are here; put that key behind the"
            + " first one");
  }

  private static Cipher cipher(int mode, SecretKeySpec secret, byte[] nonce, String question)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance(ALGORITHM);
    cipher.init(mode, secret, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(question.getBytes(StandardCharsets.UTF_8));
    return cipher;
  }

  /** Nothing of the keys. */
  @Override
  public String toString() {
    return "QuestionSeal[***]";
  }
}
