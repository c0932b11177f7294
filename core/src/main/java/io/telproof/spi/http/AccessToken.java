package io.telproof.spi.http;

import io.telproof.Sensitive;
import java.time.Duration;
import java.util.Objects;

/**
 * An access token as a vendor gave it. Prints masked. Immutable.
 *
 * @param value what is sent with each question
 * @param lifetime how long the vendor takes it, counted from the reply; more than zero
 */
public record AccessToken(Sensitive value, Duration lifetime) {
  /**
   * Refuses what cannot be a token.
   *
   * @param value what is sent with each question
   * @param lifetime how long the vendor takes it, counted from the reply; more than zero
   * @throws IllegalArgumentException if it has no lifetime
   */
  public AccessToken {
    Objects.requireNonNull(value, "value");
    if (lifetime.isZero() || lifetime.isNegative()) {
      throw new IllegalArgumentException("a token lives for more than no time");
    }
  }
}
