package io.telproof.client;

import io.telproof.spi.Credentials;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Keys, and until when they can be used. Prints masked. Immutable.
 *
 * @param credentials the keys
 * @param until when they end, by this machine's clock; empty where they do not
 */
public record Lease(Credentials credentials, Optional<Instant> until) {
  /** Refuses null. */
  public Lease {
    Objects.requireNonNull(credentials, "credentials");
    Objects.requireNonNull(until, "until");
  }

  /** Keys without an end. */
  public static Lease of(Credentials credentials) {
    return new Lease(credentials, Optional.empty());
  }
}
