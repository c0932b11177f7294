package io.telproof.sandbox.camara;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.ECPublicKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/**
 * The public key of a client: what it signs is RS256 with an RSA key, ES256 with one on P-256 (RFC
 * 7518, sections 3.3 and 3.4).
 *
 * @param algorithm the word for it in a JWT's header
 */
record ClientKey(String algorithm, PublicKey key) {

  private static final int P_256 = 256;

  /**
   * Reads PEM.
   *
   * @throws IllegalArgumentException if it is no such key; does not quote it
   */
  static ClientKey of(String pem) {
    String base64 = pem.replaceAll("-----(?:BEGIN|END) PUBLIC KEY-----|\\s", "");
    X509EncodedKeySpec encoded = new X509EncodedKeySpec(Base64.getDecoder().decode(base64));
    try {
      PublicKey key = KeyFactory.getInstance("EC").generatePublic(encoded);
      if (key instanceof ECPublicKey curve
          && curve.getParams().getCurve().getField().getFieldSize() == P_256) {
        return new ClientKey("ES256", key);
      }
    } catch (InvalidKeySpecException e) {
      return rsa(encoded);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java has no EC keys", e);
    }
    throw new IllegalArgumentException("the public key is not on the curve P-256");
  }

  private static ClientKey rsa(X509EncodedKeySpec encoded) {
    try {
      return new ClientKey("RS256", KeyFactory.getInstance("RSA").generatePublic(encoded));
    } catch (InvalidKeySpecException e) {
      throw new IllegalArgumentException("the public key is neither an RSA nor an EC key");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java has no RSA keys", e);
    }
  }

  /** Whether a JWT of this algorithm carries this key's signature. */
  boolean signed(Jwt jwt) {
    if (!jwt.header("alg").equals(algorithm)) {
      return false;
    }
    try {
      // A JWS has the two numbers of an ECDSA signature side by side, not in DER.
      Signature signature =
          Signature.getInstance(
              algorithm.equals("RS256") ? "SHA256withRSA" : "SHA256withECDSAinP1363Format");
      signature.initVerify(key);
      signature.update(jwt.signed());
      return signature.verify(jwt.signature());
    } catch (SignatureException e) {
      return false;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java cannot verify " + algorithm, e);
    }
  }
}
