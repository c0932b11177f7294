package io.telproof.sandbox.tencent;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import javax.crypto.BadPaddingException;
import org.bouncycastle.asn1.x9.X9ECParameters;
import org.bouncycastle.crypto.InvalidCipherTextException;
import org.bouncycastle.crypto.ec.CustomNamedCurves;
import org.bouncycastle.crypto.engines.SM2Engine;
import org.bouncycastle.crypto.engines.SM4Engine;
import org.bouncycastle.crypto.modes.GCMBlockCipher;
import org.bouncycastle.crypto.modes.GCMModeCipher;
import org.bouncycastle.crypto.params.AEADParameters;
import org.bouncycastle.crypto.params.ECDomainParameters;
import org.bouncycastle.crypto.params.ECPrivateKeyParameters;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * SM4-GCM with a tag of 128 bits apart from the ciphertext, its key wrapped by SM2 as C1C3C2. The
 * one class that needs BouncyCastle, which the JDK has no substitute for.
 */
final class Sm4Gcm implements Cryptography {

  private static final int KEY_LENGTH = 16;
  private static final int TAG_BITS = 128;

  @Override
  public int ivLength() {
    return 12;
  }

  @Override
  public byte[] unwrap(byte[] blob) throws GeneralSecurityException {
    X9ECParameters curve = CustomNamedCurves.getByName("sm2p256v1");
    SM2Engine sm2 = new SM2Engine(SM2Engine.Mode.C1C3C2);
    sm2.init(
        false,
        new ECPrivateKeyParameters(
            new BigInteger(SandboxKeys.SM2_PRIVATE_KEY, 16),
            new ECDomainParameters(curve.getCurve(), curve.getG(), curve.getN())));
    try {
      byte[] key = sm2.processBlock(blob, 0, blob.length);
      if (key.length != KEY_LENGTH) {
        throw new BadPaddingException("the key has " + key.length + " bytes");
      }
      return key;
    } catch (InvalidCipherTextException | RuntimeException e) {
      // A blob that is too short, or no point of the curve, comes as one of several exceptions.
      throw new GeneralSecurityException("the blob cannot be unwrapped", e);
    }
  }

  @Override
  public byte[] decrypt(byte[] key, byte[] iv, byte[] ciphertext, byte[] tag)
      throws GeneralSecurityException {
    GCMModeCipher gcm = GCMBlockCipher.newInstance(new SM4Engine());
    gcm.init(false, new AEADParameters(new KeyParameter(key), TAG_BITS, iv));
    byte[] text = new byte[ciphertext.length];
    try {
      int written = gcm.processBytes(ciphertext, 0, ciphertext.length, text, 0);
      written += gcm.processBytes(tag, 0, tag.length, text, written);
      gcm.doFinal(text, written);
      return text;
    } catch (InvalidCipherTextException | RuntimeException e) {
      throw new GeneralSecurityException("the field cannot be decrypted", e);
    }
  }
}
