package io.telproof.sandbox.meta;

import io.telproof.sandbox.KeyRing;
import java.util.Optional;

/**
 * A token that the simulated vendor knows.
 *
 * @param user the system user it was made for: names it
 * @param token what comes with every request
 */
public record MetaCredentials(String user, String token) {

  /** The same, as every vendor has it. */
  KeyRing.Key key() {
    return new KeyRing.Key(user, token, Optional.empty());
  }

  /** Prints the user alone. */
  @Override
  public String toString() {
    return "MetaCredentials[" + user + "]";
  }
}
