package io.telproof.sandbox.twilio;

import io.telproof.sandbox.KeyRing;
import java.util.Optional;

/**
 * A key that the simulated vendor knows.
 *
 * @param sid names it: an API key ({@code SK…}), or the account ({@code AC…})
 * @param secret the key's secret, or the account's auth token
 * @param region where it is good, as in {@code us1}
 */
public record TwilioCredentials(String sid, String secret, String region) {

  /**
   * {@return a key of the region {@code us1}}
   *
   * @param sid names it
   * @param secret the key's secret
   */
  public static TwilioCredentials of(String sid, String secret) {
    return new TwilioCredentials(sid, secret, "us1");
  }

  /** The same, as every vendor has it. */
  KeyRing.Key key() {
    return new KeyRing.Key(sid, secret, Optional.empty());
  }

  /** Prints the key's name alone. */
  @Override
  public String toString() {
    return "TwilioCredentials[" + sid + ", " + region + "]";
  }
}
