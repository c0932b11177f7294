package io.telproof.spi.http;

import io.telproof.Sensitive;
import java.util.Objects;
import java.util.Optional;

/**
 * What a vendor gave an account to sign with. Prints masked. Immutable.
 *
 * @param id the public half: secret id, access key id
 * @param secret the secret half
 * @param token the session token that goes with temporary credentials
 */
public record Credentials(Sensitive id, Sensitive secret, Optional<Sensitive> token) {
  /**
   * Refuses null.
   *
   * @param id the public half: secret id, access key id
   * @param secret the secret half
   * @param token the session token that goes with temporary credentials
   */
  public Credentials {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(secret, "secret");
    Objects.requireNonNull(token, "token");
  }

  /**
   * {@return credentials without a session token}
   *
   * @param id the public part, which names the account or key
   * @param secret the secret part, which signs
   */
  public static Credentials of(Sensitive id, Sensitive secret) {
    return new Credentials(id, secret, Optional.empty());
  }
}
