package io.telproof.spi.ratelimit;

import java.time.LocalDate;
import java.util.OptionalInt;

/**
 * Counts charges by the day, never more than is allowed. What is taken and not given back stays
 * counted, also where the process that took it dies. Thread-safe.
 */
public interface ChargeCounter {
  /** What came of asking for a charge. */
  enum Outcome {
    /** It is counted. */
    COUNTED,
    /** The day has none left; nothing is counted. */
    REACHED,
    /**
     * The store has just begun, or has lost what it knew: until everybody has told it what they
     * have spent, which takes seconds, nothing may be spent.
     */
    TOO_EARLY,
    /** The store cannot be asked: nobody knows what others have spent. Nothing may be spent. */
    AWAY
  }

  /**
   * Counts one charge, where the day has one left.
   *
   * @param budget what it is counted for, as a name without anything personal
   * @param day the day on which it is counted
   * @param most how many charges the day has
   * @return whether it was counted, or why it was not
   */
  Outcome take(String budget, LocalDate day, int most);

  /**
   * Takes a charge off that was not needed after all. What cannot be told to the store stays.
   *
   * @param budget what it is counted for
   * @param day the day on which it is counted
   */
  void giveBack(String budget, LocalDate day);

  /**
   * {@return how many charges are counted for a day; empty where the store cannot be asked}
   *
   * @param budget what it is counted for
   * @param day the day on which it is counted
   */
  OptionalInt used(String budget, LocalDate day);
}
