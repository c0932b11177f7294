package io.telproof.sandbox.camara;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The scopes that are asked for, separated by blanks: scopes of the APIs, and beside them a purpose
 * as {@code dpv:FraudPreventionAndDetection}, one at most.
 */
final class Scopes {

  private static final Pattern PURPOSE = Pattern.compile("dpv:[A-Za-z]+");

  private final Set<String> offered;

  Scopes(Set<String> offered) {
    this.offered = Set.copyOf(offered);
  }

  /**
   * Reads them.
   *
   * @param purposeNeeded whether the purpose must be said, as by every grant of a user
   */
  Set<String> read(String text, boolean purposeNeeded) throws OAuthError {
    Set<String> asked = new HashSet<>();
    List<String> purposes = new ArrayList<>();
    for (String scope : Arrays.asList(text.trim().split(" +"))) {
      if (PURPOSE.matcher(scope).matches()) {
        purposes.add(scope);
      } else if (offered.contains(scope)) {
        asked.add(scope);
      } else {
        throw OAuthError.scope("A scope is not known, or none is asked for.");
      }
    }
    if (asked.isEmpty()) {
      throw OAuthError.scope("A purpose alone opens no API.");
    }
    if (purposes.size() > 1 || (purposeNeeded && purposes.isEmpty())) {
      throw OAuthError.scope("Exactly one purpose is expected.");
    }
    return Set.copyOf(asked);
  }
}
