package io.telproof.spi.ratelimit;

import io.telproof.spi.time.Time;
import java.util.Objects;

/**
 * What a {@link LimitStore} is given to work with. Immutable.
 *
 * @param time the only source of time
 * @param availability told when the store can be asked no longer, and when it can be again
 */
public record LimitStoreEnvironment(Time time, Availability availability) {
  /**
   * Refuses null.
   *
   * @param time the only source of time
   * @param availability told when the store can be asked no longer, and when it can be again
   */
  public LimitStoreEnvironment {
    Objects.requireNonNull(time, "time");
    Objects.requireNonNull(availability, "availability");
  }

  /** Hears whether a store can be asked. Must not wait. */
  @FunctionalInterface
  public interface Availability {
    /**
     * The store was lost, or is back.
     *
     * @param available whether it can be asked from now on
     */
    void changed(boolean available);
  }
}
