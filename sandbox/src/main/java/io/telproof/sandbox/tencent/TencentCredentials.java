package io.telproof.sandbox.tencent;

import io.telproof.sandbox.KeyRing;
import java.util.Optional;

/**
 * A key that the simulated vendor knows.
 *
 * @param secretId names the key
 * @param secretKey signs with it
 * @param token must come with every request of a temporary key, and with no other
 */
public record TencentCredentials(String secretId, String secretKey, Optional<String> token) {

  /** The same, as every vendor has it. */
  KeyRing.Key key() {
    return new KeyRing.Key(secretId, secretKey, token);
  }

  /** Prints the key's name alone. */
  @Override
  public String toString() {
    return "TencentCredentials[" + secretId + (token.isPresent() ? ", temporary]" : "]");
  }
}
