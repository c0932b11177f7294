package io.telproof.spi.ratelimit;

/**
 * Opens one kind of {@link LimitStore}; found by {@link java.util.ServiceLoader}. Thread-safe.
 *
 * @param <S> its settings: a record, bound from the block {@code telproof.limits} by the rules of
 *     {@link io.telproof.spi.VerificationProviderFactory#settings}
 */
public interface LimitStoreFactory<S extends Record> {
  /** The word for it in {@code telproof.limits.kept}, such as {@code redis}. */
  String kept();

  /** The settings. */
  Class<S> settings();

  /**
   * Opens a store. Does not wait for it to be reached.
   *
   * @throws IllegalArgumentException if the settings cannot be right; the message has a line for
   *     each that is wrong, which begins with the setting
   */
  LimitStore open(S settings, LimitStoreEnvironment environment);
}
