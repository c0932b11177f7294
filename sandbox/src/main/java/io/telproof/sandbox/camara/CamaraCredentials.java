package io.telproof.sandbox.camara;

import io.telproof.sandbox.KeyRing;
import java.util.Optional;

/**
 * A client that the simulated operator knows.
 *
 * @param clientId names the client
 * @param clientSecret proves it by {@code client_secret_basic} and {@code client_secret_post}
 * @param publicKey proves it by {@code private_key_jwt}, and its JWT-bearer assertions: an RSA key
 *     or one on the curve P-256, as PEM ({@code BEGIN PUBLIC KEY}); empty where the client has
 *     registered none
 */
public record CamaraCredentials(String clientId, String clientSecret, Optional<String> publicKey) {

  /**
   * {@return a client without a public key}
   *
   * @param clientId the id of the client
   * @param clientSecret the secret of the client
   */
  public static CamaraCredentials of(String clientId, String clientSecret) {
    return new CamaraCredentials(clientId, clientSecret, Optional.empty());
  }

  /**
   * {@return the same with this public key, as PEM}
   *
   * @param pem the client's public key in PEM
   */
  public CamaraCredentials withPublicKey(String pem) {
    return new CamaraCredentials(clientId, clientSecret, Optional.of(pem));
  }

  /** The same, as every vendor has it. */
  KeyRing.Key key() {
    return new KeyRing.Key(clientId, clientSecret, Optional.empty());
  }

  /** Prints the client's name alone. */
  @Override
  public String toString() {
    return "CamaraCredentials[" + clientId + (publicKey.isPresent() ? ", with a key]" : "]");
  }
}
