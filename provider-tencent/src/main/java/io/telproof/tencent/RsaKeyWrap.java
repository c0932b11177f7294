package io.telproof.tencent;

import io.telproof.Sensitive;
import java.io.ByteArrayOutputStream;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.HexFormat;
import javax.crypto.Cipher;

/**
 * Wraps keys with the vendor's RSA key, PKCS#1 v1.5: weak by today's standards, and the only one
 * the vendor publishes. TLS carries the request all the same.
 */
final class RsaKeyWrap implements EnvelopeKeys.KeyWrap {
  /** RSA, without parameters: RFC 3279, section 2.3.1. */
  private static final byte[] RSA = HexFormat.of().parseHex("300d06092a864886f70d0101010500");

  private static final int SEQUENCE = 0x30;
  private static final int BIT_STRING = 0x03;

  private final PublicKey key;

  /**
   * Reads the key.
   *
   * @param text a public key in base64, bare as in PKCS#1 or in the frame of X.509
   * @throws IllegalArgumentException if it is no RSA key
   */
  RsaKeyWrap(Sensitive text) {
    byte[] der = Base64Text.decode(text, "rsa-public-key");
    try {
      this.key = KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(framed(der)));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("rsa-public-key is no RSA public key", e);
    }
  }

  /** Java reads no bare key (RFC 8017, A.1.1): this puts it into its frame (RFC 5280, 4.1.2.7). */
  private static byte[] framed(byte[] der) {
    if (HexFormat.of().formatHex(der).contains("06092a864886f70d0101")) {
      return der;
    }
    return tagged(SEQUENCE, concat(RSA, tagged(BIT_STRING, concat(new byte[] {0}, der))));
  }

  private static byte[] tagged(int tag, byte[] content) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(tag);
    if (content.length < 0x80) {
      out.write(content.length);
    } else if (content.length < 0x100) {
      out.write(0x81);
      out.write(content.length);
    } else {
      out.write(0x82);
      out.write(content.length >> 8);
      out.write(content.length);
    }
    out.writeBytes(content);
    return out.toByteArray();
  }

  private static byte[] concat(byte[] a, byte[] b) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(a);
    out.writeBytes(b);
    return out.toByteArray();
  }

  @Override
  public byte[] wrap(byte[] secret) {
    try {
      Cipher cipher = Cipher.getInstance("RSA/ECB/PKCS1Padding");
      cipher.init(Cipher.ENCRYPT_MODE, key);
      return cipher.doFinal(secret);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the RSA key cannot wrap a key of this length", e);
    }
  }
}
