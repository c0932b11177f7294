package io.telproof.sandbox.camara;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import java.util.Map;

/** A client's key, made for one run: what it signs is a JWT by RFC 7515. */
record TestKey(String algorithm, KeyPair pair) {

  private static final ObjectMapper JSON = new ObjectMapper();

  static TestKey rsa() {
    return generated("RS256", "RSA", 2048);
  }

  static TestKey p256() {
    return generated("ES256", "EC", 256);
  }

  static TestKey generated(String algorithm, String kind, int size) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance(kind);
      generator.initialize(size);
      return new TestKey(algorithm, generator.generateKeyPair());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  String pem() {
    return "-----BEGIN PUBLIC KEY-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(pair.getPublic().getEncoded())
        + "\n-----END PUBLIC KEY-----\n";
  }

  String jwt(Map<String, Object> claims) {
    return jwt(Map.of("alg", algorithm, "typ", "JWT"), claims);
  }

  String jwt(Map<String, Object> header, Map<String, Object> claims) {
    String signed = encoded(json(header)) + '.' + encoded(json(claims));
    try {
      Signature signature =
          Signature.getInstance(
              algorithm.equals("RS256") ? "SHA256withRSA" : "SHA256withECDSAinP1363Format");
      signature.initSign(pair.getPrivate());
      signature.update(signed.getBytes(StandardCharsets.US_ASCII));
      return signed + '.' + encoded(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] json(Map<String, Object> object) {
    try {
      return JSON.writeValueAsBytes(object);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  @Override
  public String toString() {
    return "TestKey[" + algorithm + "]";
  }
}
