package io.telproof.sandbox.camara;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The access tokens that were given out, the last ten thousand. Thread-safe. */
final class AccessTokens {

  private static final int KEPT = 10_000;
  private static final int BYTES = 32;

  private final SecureRandom random = new SecureRandom();
  private final Map<String, AccessToken> issued = new LastOnes();
  private final Map<String, AccessToken> revoked = new LastOnes();

  private static final class LastOnes extends LinkedHashMap<String, AccessToken> {
    private static final long serialVersionUID = 1L;

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, AccessToken> eldest) {
      return size() > KEPT;
    }
  }

  /** Gives out a text that stands for this and says nothing of it. */
  synchronized String issue(AccessToken token) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    String text = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    issued.put(text, token);
    return text;
  }

  /** What a text stands for; empty where it was not given out, or is over. */
  synchronized Optional<AccessToken> find(String text, Instant now) {
    return Optional.ofNullable(issued.get(text)).filter(token -> token.expiry().isAfter(now));
  }

  /** What a text stands for or stood for; empty where it was not given out. */
  synchronized Optional<AccessToken> known(String text) {
    return Optional.ofNullable(issued.get(text)).or(() -> Optional.ofNullable(revoked.get(text)));
  }

  synchronized boolean isRevoked(String text) {
    return revoked.containsKey(text);
  }

  synchronized void revokeAll() {
    revoked.putAll(issued);
    issued.clear();
  }
}
