package io.telproof.spi.http.oauth;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A private key that JWTs are signed with: RSA of 2048 bits or more signs as RS256, and a key on
 * the curve P-256 as ES256. Prints nothing. Thread-safe.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc7518#section-3.1">RFC 7518, algorithms</a>
 */
public final class SigningKey {
  private static final int LEAST_RSA_BITS = 2048;
  private static final int P_256_BITS = 256;

  private static final Pattern PKCS_8 =
      Pattern.compile(
          "\\s*-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\\s]+)-----END PRIVATE KEY-----\\s*");
  private static final Pattern OTHER =
      Pattern.compile("-----BEGIN (RSA PRIVATE|EC PRIVATE|ENCRYPTED PRIVATE|OPENSSH PRIVATE) KEY");

  private final PrivateKey key;
  private final String algorithm;
  private final String signature;

  private SigningKey(PrivateKey key, String algorithm, String signature) {
    this.key = key;
    this.algorithm = algorithm;
    this.signature = signature;
  }

  /**
   * {@return a key from PEM, as {@code openssl genpkey} writes it: PKCS #8, without a password}
   *
   * @param pem a private key in PEM, PKCS#8
   * @throws IllegalArgumentException if it is something else; the message says what to do and
   *     repeats nothing of it
   */
  public static SigningKey of(String pem) {
    Matcher text = PKCS_8.matcher(pem);
    if (!text.matches()) {
      throw new IllegalArgumentException(
          OTHER.matcher(pem).find()
              ? "a private key is PKCS #8 without a password: convert this one with openssl pkcs8"
                  + " -topk8 -nocrypt"
              : "a private key is PEM: from -----BEGIN PRIVATE KEY----- to -----END PRIVATE KEY-----,"
                  + " both lines included, and nothing else");
    }
    PKCS8EncodedKeySpec encoded;
    try {
      encoded = new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(text.group(1)));
    } catch (IllegalArgumentException e) {
      throw unreadable();
    }
    try {
      return rsa((RSAPrivateKey) KeyFactory.getInstance("RSA").generatePrivate(encoded));
    } catch (InvalidKeySpecException e) {
      return ec(encoded);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has RSA", e);
    }
  }

  private static SigningKey rsa(RSAPrivateKey key) {
    if (key.getModulus().bitLength() < LEAST_RSA_BITS) {
      throw new IllegalArgumentException(
          "an RSA key for RS256 has 2048 bits or more, and this one has "
              + key.getModulus().bitLength());
    }
    return new SigningKey(key, "RS256", "SHA256withRSA");
  }

  private static SigningKey ec(PKCS8EncodedKeySpec encoded) {
    try {
      ECPrivateKey key = (ECPrivateKey) KeyFactory.getInstance("EC").generatePrivate(encoded);
      if (key.getParams().getOrder().bitLength() != P_256_BITS) {
        throw new IllegalArgumentException(
            "a key for ES256 is on the curve P-256, and this one is on another");
      }
      return new SigningKey(key, "ES256", "SHA256withECDSAinP1363Format");
    } catch (InvalidKeySpecException e) {
      throw unreadable();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has EC", e);
    }
  }

  private static IllegalArgumentException unreadable() {
    return new IllegalArgumentException(
        "a private key is RSA, or on the curve P-256, and this one cannot be read as either: was it"
            + " cut?");
  }

  /** {@return the name of its signatures in a JWT: {@code RS256} or {@code ES256}} */
  public String algorithm() {
    return algorithm;
  }

  byte[] sign(byte[] text) {
    try {
      Signature signer = Signature.getInstance(signature);
      signer.initSign(key);
      signer.update(text);
      return signer.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java signs with " + signature, e);
    }
  }

  /** Nothing of the key. */
  @Override
  public String toString() {
    return "SigningKey[***]";
  }
}
