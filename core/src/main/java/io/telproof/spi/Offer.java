package io.telproof.spi;

import io.telproof.spi.ratelimit.RateLimit;
import java.util.Objects;

/**
 * One line of what a provider sells, for people. Immutable.
 *
 * @param check the check
 * @param operation the vendor's name of the operation behind it
 * @param limit how many requests the vendor takes
 * @param billed which outcomes the vendor bills, in its own codes
 */
public record Offer(CheckType check, String operation, RateLimit limit, String billed) {
  /** Refuses null. */
  public Offer {
    Objects.requireNonNull(check, "check");
    Objects.requireNonNull(operation, "operation");
    Objects.requireNonNull(limit, "limit");
    Objects.requireNonNull(billed, "billed");
  }
}
