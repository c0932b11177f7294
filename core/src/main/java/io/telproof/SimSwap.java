package io.telproof;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Whether the SIM card behind a number was changed within the time asked about. Immutable.
 *
 * @param swapped whether it was
 * @param lastSwap when it was changed last, where the vendor tells; it may lie before the time
 *     asked about. A vendor may tell the day on which the SIM card was first used where it was
 *     never changed
 */
public record SimSwap(boolean swapped, Optional<Instant> lastSwap) {
  /**
   * Refuses null.
   *
   * @param swapped whether it was
   * @param lastSwap when it was changed last, where the vendor tells; it may lie before the time
   *     asked about. A vendor may tell the day on which the SIM card was first used where it was
   *     never changed
   */
  public SimSwap {
    Objects.requireNonNull(lastSwap, "lastSwap");
  }

  /**
   * {@return whether it was changed, by a vendor that does not tell when}
   *
   * @param swapped whether it was, within the time asked about
   */
  public static SimSwap of(boolean swapped) {
    return new SimSwap(swapped, Optional.empty());
  }

  /**
   * {@return the same with the time of the last change}
   *
   * @param at when it was changed last; it may lie before the time asked about
   */
  public SimSwap withLastSwap(Instant at) {
    return new SimSwap(swapped, Optional.of(at));
  }
}
