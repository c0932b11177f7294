package io.telproof.spi;

import io.telproof.spi.ratelimit.RateLimits;
import java.util.Map;
import java.util.Optional;

/**
 * The limits that an account has by its configuration, where they are not those of the vendor's
 * page: an account may have bought more, or been given less. Immutable.
 *
 * @param byName under the word of a check, such as {@code tenure}, or the vendor's name of an
 *     operation
 */
public record AccountLimits(Map<String, RateLimits> byName) {
  /** Nothing is configured: the vendor's page counts. */
  public static final AccountLimits NONE = new AccountLimits(Map.of());

  /** Copies the map. */
  public AccountLimits {
    byName = Map.copyOf(byName);
  }

  /** What this account is allowed of an operation: its own name counts first, then its check. */
  public RateLimits of(Offer offer) {
    return Optional.ofNullable(byName.get(offer.operation()))
        .or(() -> Optional.ofNullable(byName.get(offer.check().key())))
        .orElse(offer.limits());
  }
}
