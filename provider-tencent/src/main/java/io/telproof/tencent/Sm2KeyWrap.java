package io.telproof.tencent;

import io.telproof.Sensitive;
import java.io.IOException;
import java.security.SecureRandom;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.engines.SM2Engine;
import org.bouncycastle.crypto.params.AsymmetricKeyParameter;
import org.bouncycastle.crypto.params.ECPublicKeyParameters;
import org.bouncycastle.crypto.params.ParametersWithRandom;
import org.bouncycastle.crypto.util.PublicKeyFactory;

/** Wraps keys with the vendor's SM2 key: C1, C3, C2, of which C1 starts with 04. Thread-safe. */
final class Sm2KeyWrap implements EnvelopeKeys.KeyWrap {
  private final ECPublicKeyParameters key;
  private final SecureRandom random;

  /**
   * Reads the key.
   *
   * @param text a public key in base64, in the frame of X.509
   * @throws IllegalArgumentException if it is no elliptic-curve key
   */
  Sm2KeyWrap(Sensitive text, SecureRandom random) {
    this.random = random;
    byte[] der = Base64Text.decode(text, "sm2-public-key");
    try {
      AsymmetricKeyParameter read = PublicKeyFactory.createKey(der);
      if (!(read instanceof ECPublicKeyParameters point)) {
        throw new IllegalArgumentException("sm2-public-key is no elliptic-curve key");
      }
      this.key = point;
    } catch (IOException e) {
      throw new IllegalArgumentException("sm2-public-key is no SM2 public key", e);
    }
  }

  @Override
  public byte[] wrap(byte[] secret) {
    SM2Engine engine = new SM2Engine(SM2Engine.Mode.C1C3C2);
    engine.init(true, new ParametersWithRandom(key, random));
    try {
      return engine.processBlock(secret, 0, secret.length);
    } catch (InvalidCipherTextException e) {
      throw new IllegalStateException("encryption has no text to find invalid", e);
    }
  }
}
