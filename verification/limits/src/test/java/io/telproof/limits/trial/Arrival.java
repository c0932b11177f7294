package io.telproof.limits.trial;

/**
 * A request that the vendor has read.
 *
 * @param at when its first bytes were there, by {@link System#nanoTime}, which on one machine is
 *     the same clock in every process
 * @param question which question it is
 * @param charged whether it is on the bill
 */
record Arrival(long at, int question, boolean charged) {
  /** As one line between processes. */
  String line() {
    return at + " " + question + " " + charged;
  }

  static Arrival of(String line) {
    String[] parts = line.split(" ", -1);
    return new Arrival(
        Long.parseLong(parts[0]), Integer.parseInt(parts[1]), Boolean.parseBoolean(parts[2]));
  }
}
