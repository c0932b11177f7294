package io.telproof.sandbox.alibaba;

import io.telproof.sandbox.KeyRing;
import java.util.Optional;

/**
 * A key that the simulated vendor knows.
 *
 * @param accessKeyId names the key
 * @param accessKeySecret signs with it
 * @param securityToken must come with every request of a temporary key, and with no other
 */
public record AlibabaCredentials(
    String accessKeyId, String accessKeySecret, Optional<String> securityToken) {

  /** The same, as every vendor has it. */
  KeyRing.Key key() {
    return new KeyRing.Key(accessKeyId, accessKeySecret, securityToken);
  }

  /** Prints the key's name alone. */
  @Override
  public String toString() {
    return "AlibabaCredentials[" + accessKeyId + (securityToken.isPresent() ? ", temporary]" : "]");
  }
}
