package io.telproof.spi.ratelimit;

import java.util.Map;
import java.util.Optional;

/**
 * Opens one kind of {@link LimitStore}; found by {@link java.util.ServiceLoader}. Thread-safe.
 *
 * @param <S> its settings: a record, bound from the block {@code telproof.limits} by the rules of
 *     {@link io.telproof.spi.VerificationProviderFactory#settings}
 */
public interface LimitStoreFactory<S extends Record> {
  /** {@return the word for it in {@code telproof.limits.kept}, such as {@code redis}} */
  String kept();

  /** {@return the settings} */
  Class<S> settings();

  /**
   * {@return what is in force of settings that are not said, as it would be written, each under its
   * key} It is shown. Empty unless overridden.
   */
  default Map<String, String> defaults() {
    return Map.of();
  }

  /**
   * {@return what follows for limits from these settings that people may not expect, as that there
   * is no permit at all in some state; for people} Hinders nothing. Empty unless overridden.
   *
   * @param settings the block of the configuration, bound
   * @param limits the limits of one operation
   */
  default Optional<String> note(S settings, RateLimits limits) {
    return Optional.empty();
  }

  /**
   * Opens a store. Does not wait for it to be reached.
   *
   * @param settings the block of the configuration, bound
   * @param environment the clock, and who is told that the store is away
   * @return the store, which the client closes
   * @throws IllegalArgumentException if the settings cannot be right; the message has a line for
   *     each that is wrong, which begins with the setting
   */
  LimitStore open(S settings, LimitStoreEnvironment environment);
}
