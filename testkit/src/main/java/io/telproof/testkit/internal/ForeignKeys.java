package io.telproof.testkit.internal;

import io.telproof.Sensitive;
import io.telproof.spi.http.Credentials;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECKey;
import java.security.interfaces.RSAKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Credentials of somebody whom the vendor does not know, in the form of those that it knows. */
public final class ForeignKeys {
  private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
  private static final String END = "-----END PRIVATE KEY-----";
  private static final Pattern PEM = Pattern.compile(BEGIN + "([^-]+)" + END);

  private ForeignKeys() {}

  /** Whoever's, beside these secrets: a private key where one of them is one. */
  public static Credentials of(String whose, List<String> secrets) {
    String secret =
        secrets.stream()
            .map(PEM::matcher)
            .filter(Matcher::find)
            .map(pem -> another(pem.group(1)))
            .findFirst()
            .orElse("kit-" + whose + "-secret");
    return Credentials.of(Sensitive.of("kit-" + whose + "-id"), Sensitive.of(secret));
  }

  private static String another(String base64) {
    PKCS8EncodedKeySpec own = new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(base64));
    try {
      Key key = read("RSA", own).or(() -> read("EC", own)).orElseThrow();
      KeyPairGenerator generator = KeyPairGenerator.getInstance(key.getAlgorithm());
      if (key instanceof RSAKey rsa) {
        generator.initialize(rsa.getModulus().bitLength());
      } else {
        generator.initialize(((ECKey) key).getParams());
      }
      byte[] other = generator.generateKeyPair().getPrivate().getEncoded();
      String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(other);
      return BEGIN + "\n" + lines + "\n" + END + "\n";
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java makes keys like its own", e);
    }
  }

  private static Optional<Key> read(String algorithm, PKCS8EncodedKeySpec encoded) {
    try {
      return Optional.of(KeyFactory.getInstance(algorithm).generatePrivate(encoded));
    } catch (GeneralSecurityException e) {
      return Optional.empty();
    }
  }
}
