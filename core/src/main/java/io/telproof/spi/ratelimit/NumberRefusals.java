package io.telproof.spi.ratelimit;

import java.time.Instant;
import java.util.Optional;

/**
 * Remembers which numbers a vendor refuses to be asked about again before a moment. Holds keyed
 * hashes, never a number, and a bounded count of them: beyond it what ends soonest is forgotten,
 * which costs a question that the vendor refuses once more. Thread-safe.
 */
public interface NumberRefusals {
  /**
   * Remembers a refusal. What cannot be told to the store is remembered in this process.
   *
   * @param number the keyed hash that stands for the vendor's operation and the number
   * @param until the moment from which on it may be asked again
   */
  void add(String number, Instant until);

  /**
   * {@return until when a number is refused; empty where it is not, or no longer}
   *
   * @param number the same keyed hash
   */
  Optional<Instant> until(String number);

  /**
   * {@return whether no number at all is refused, so that none need be hashed; false where that may
   * be}
   */
  default boolean isEmpty() {
    return false;
  }
}
