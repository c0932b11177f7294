package io.telproof.tencent;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * SM4-GCM; the tag is cut off the ciphertext and sent apart. Thread-safe.
 *
 * <p>A request has one initial vector, and under GCM the same vector for two fields would give both
 * away: only requests with a single field are taken.
 */
final class Sm4Sealer implements Sealer {
  private static final int IV_BYTES = 12;
  private static final int TAG_BYTES = 16;

  private final EnvelopeKeys keys;
  private final SecureRandom random;

  Sm4Sealer(EnvelopeKeys keys, SecureRandom random) {
    this.keys = keys;
    this.random = random;
  }

  @Override
  public String algorithm() {
    return "SM4-GCM";
  }

  @Override
  public SealedText seal(Map<String, String> fields) {
    if (fields.size() != 1) {
      throw new IllegalArgumentException(
          "one initial vector serves one field under GCM, but there are " + fields.size());
    }
    EnvelopeKey key = keys.next();
    byte[] iv = new byte[IV_BYTES];
    random.nextBytes(iv);
    Map.Entry<String, String> field = fields.entrySet().iterator().next();
    byte[] both = encrypt(field.getValue().getBytes(StandardCharsets.UTF_8), key.key(), iv);
    int length = both.length - TAG_BYTES;
    Map<String, String> encrypted = new LinkedHashMap<>();
    encrypted.put(field.getKey(), base64(Arrays.copyOf(both, length)));
    return new SealedText(
        encrypted,
        key.blob(),
        base64(iv),
        Optional.of(List.of(base64(Arrays.copyOfRange(both, length, both.length)))));
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  /** The ciphertext, followed by its tag. */
  static byte[] encrypt(byte[] text, byte[] key, byte[] iv) {
    GCMModeCipher cipher = GCMBlockCipher.newInstance(new SM4Engine());
    cipher.init(true, new AEADParameters(new KeyParameter(key), TAG_BYTES * 8, iv));
    byte[] out = new byte[cipher.getOutputSize(text.length)];
    int done = cipher.processBytes(text, 0, text.length, out, 0);
    try {
      cipher.doFinal(out, done);
    } catch (InvalidCipherTextException e) {
      throw new IllegalStateException("encryption has no text to find invalid", e);
    }
    return out;
  }
}
