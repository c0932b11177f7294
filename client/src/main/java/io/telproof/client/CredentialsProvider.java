package io.telproof.client;

import java.util.Optional;

/**
 * Where an application keeps its providers' keys: a secrets manager, a token service.
 * Implementations are thread-safe.
 */
@FunctionalInterface
public interface CredentialsProvider {
  /**
   * The keys of a provider as they are now. Called when the client opens, before those that it gave
   * end, and when the vendor refuses the keys; never for two callers at once, and not on the thread
   * of a caller who can still be served with the keys that are there. One call at a time is made
   * for a provider: a call that never returns is never followed by another, so give it a bound.
   *
   * @param provider the provider's name in the configuration
   * @return the keys; empty where those of the configuration are meant
   */
  Optional<ExpiringCredentials> credentials(String provider);
}
