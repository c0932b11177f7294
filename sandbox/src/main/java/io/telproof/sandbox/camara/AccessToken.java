package io.telproof.sandbox.camara;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What an access token stands for.
 *
 * @param number the phone number it was given out for, by a 3-legged grant; empty by a 2-legged one
 * @param expiry from when on it is over
 */
record AccessToken(String clientId, Set<String> scopes, Optional<String> number, Instant expiry) {

  /** Prints no number. */
  @Override
  public String toString() {
    return "AccessToken[" + clientId + (number.isPresent() ? ", 3-legged]" : ", 2-legged]");
  }
}
