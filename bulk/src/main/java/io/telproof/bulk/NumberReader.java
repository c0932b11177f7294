package io.telproof.bulk;

import io.telproof.PhoneNumber;

/** Reads a number as it stands in a table. Thread-safe. */
@FunctionalInterface
public interface NumberReader {
  /**
   * Reads a number.
   *
   * @param text what stands in the table, without white space around it
   * @return the number
   * @throws IllegalArgumentException if it cannot be a number; the message says why, and does not
   *     quote it
   */
  PhoneNumber read(String text);
}
