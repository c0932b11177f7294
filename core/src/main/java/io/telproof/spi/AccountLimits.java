package io.telproof.spi;

import io.telproof.spi.ratelimit.RateLimits;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * The limits that an account has by its configuration, where they are not those of the vendor's
 * page: an account may have bought more, or been given less. Immutable.
 *
 * @param byName under the word of a check, such as {@code tenure}, or the vendor's name of an
 *     operation
 * @param travel under such a name too: a travel other than that of the limits which hold otherwise,
 *     from nothing to ten seconds
 */
public record AccountLimits(Map<String, RateLimits> byName, Map<String, Duration> travel) {
  /** Nothing is configured: the vendor's page counts. */
  public static final AccountLimits NONE = new AccountLimits(Map.of());

  /**
   * Copies the maps.
   *
   * @param byName under the word of a check, such as {@code tenure}, or the vendor's name of an
   *     operation
   * @param travel under such a name too: a travel other than that of the limits which hold
   *     otherwise, from nothing to ten seconds
   */
  public AccountLimits {
    byName = Map.copyOf(byName);
    travel = Map.copyOf(travel);
  }

  /**
   * Limits with their travels.
   *
   * @param byName the limits, by the word of a check or the name of an operation
   */
  public AccountLimits(Map<String, RateLimits> byName) {
    this(byName, Map.of());
  }

  /**
   * {@return what this account is allowed of an operation: its own name counts first, then its
   * check}
   *
   * @param offer what the provider offers
   * @throws IllegalArgumentException if a travel is out of its range
   */
  public RateLimits of(Offer offer) {
    RateLimits limits = in(byName, offer).orElse(offer.limits());
    return in(travel, offer).map(limits::withTravel).orElse(limits);
  }

  /**
   * {@return whether anything is configured for an operation}
   *
   * @param offer what the provider offers
   */
  public boolean has(Offer offer) {
    return in(byName, offer).isPresent() || in(travel, offer).isPresent();
  }

  private static <T> Optional<T> in(Map<String, T> map, Offer offer) {
    return Optional.ofNullable(map.get(offer.operation()))
        .or(() -> Optional.ofNullable(map.get(offer.check().key())));
  }
}
