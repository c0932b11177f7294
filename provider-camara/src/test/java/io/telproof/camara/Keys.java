package io.telproof.camara;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.util.Base64;

/** A key pair, made for the tests of this process. */
final class Keys {
  private static final KeyPair PAIR = pair();

  /** The private half in PEM, PKCS #8. */
  static final String PEM = pem("PRIVATE KEY", PAIR.getPrivate().getEncoded());

  /** The public half in PEM, as an operator is given it. */
  static final String PUBLIC_PEM = pem("PUBLIC KEY", PAIR.getPublic().getEncoded());

  private Keys() {}

  private static KeyPair pair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(256);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has EC", e);
    }
  }

  private static String pem(String what, byte[] key) {
    return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n"
        .formatted(what, Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key));
  }
}
