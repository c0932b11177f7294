package io.telproof.cli;

import io.telproof.Sensitive;

/** Asks a person for something that must not be seen on the screen or in a list of processes. */
@FunctionalInterface
interface Prompt {
  /**
   * Asks, and reads one line without showing it.
   *
   * @param what what is asked for, as in {@code Name}
   * @throws UsageException if there is nobody to ask, or nothing was typed
   */
  Sensitive ask(String what);
}
