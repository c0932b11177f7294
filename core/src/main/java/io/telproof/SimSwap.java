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
  /** Refuses null. */
  public SimSwap {
    Objects.requireNonNull(lastSwap, "lastSwap");
  }

  /** Whether it was changed, by a vendor that does not tell when. */
  public static SimSwap of(boolean swapped) {
    return new SimSwap(swapped, Optional.empty());
  }

  /** The same with the time of the last change. */
  public SimSwap withLastSwap(Instant at) {
    return new SimSwap(swapped, Optional.of(at));
  }
}
