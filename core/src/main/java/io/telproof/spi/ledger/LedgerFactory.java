package io.telproof.spi.ledger;

import io.telproof.spi.time.Time;
import java.util.Map;

/**
 * Opens one kind of {@link Ledger}; found by {@link java.util.ServiceLoader}. Thread-safe.
 *
 * @param <S> its settings: a record, bound from the block {@code telproof.ledger} by the rules of
 *     {@link io.telproof.spi.VerificationProviderFactory#settings}
 */
public interface LedgerFactory<S extends Record> {
  /** {@return the word for it in {@code telproof.ledger.kept}, such as {@code file}} */
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
   * Opens a ledger to write in, and recovers what a process that ended has left.
   *
   * @param settings the block of the configuration, bound
   * @param time the clock that entries are dated by
   * @return the ledger, to be closed by whoever opened it
   * @throws IllegalArgumentException if the settings cannot be right; the message has a line for
   *     each that is wrong, which begins with the setting
   * @throws LedgerException if it cannot be opened: its directory or database cannot be had, or
   *     somebody else has it who shares it with nobody
   */
  Ledger open(S settings, Time time) throws LedgerException;

  /**
   * Opens a ledger to look at it, while others write in it or not.
   *
   * @param settings the block of the configuration, bound
   * @param time the clock that entries are dated by
   * @return the ledger, to be closed by whoever opened it
   * @throws IllegalArgumentException as {@link #open}
   * @throws LedgerException if it is not there or cannot be read
   */
  LedgerReader read(S settings, Time time) throws LedgerException;
}
