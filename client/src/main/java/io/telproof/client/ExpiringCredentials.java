package io.telproof.client;

import io.telproof.spi.http.Credentials;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Keys, and until when they can be used. Prints masked. Immutable.
 *
 * @param credentials the keys
 * @param until when they end, as the vendor says it; empty where they do not. It is held against
 *     the vendor's clock once a refusal has told how far that is from this machine's, and against
 *     this machine's clock until then
 */
public record ExpiringCredentials(Credentials credentials, Optional<Instant> until) {
  /**
   * Refuses null.
   *
   * @param credentials the keys
   * @param until when they end, as the vendor says it; empty where they do not. It is held against
   *     the vendor's clock once a refusal has told how far that is from this machine's, and against
   *     this machine's clock until then
   */
  public ExpiringCredentials {
    Objects.requireNonNull(credentials, "credentials");
    Objects.requireNonNull(until, "until");
  }

  /**
   * {@return keys without an end}
   *
   * @param credentials credentials that have no end
   */
  public static ExpiringCredentials of(Credentials credentials) {
    return new ExpiringCredentials(credentials, Optional.empty());
  }
}
