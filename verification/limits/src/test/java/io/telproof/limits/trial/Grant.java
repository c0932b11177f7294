package io.telproof.limits.trial;

/**
 * A permit that a caller got. Nothing of its request has left before.
 *
 * @param question which question it is for
 * @param asked when the caller came, by {@link System#nanoTime}
 * @param at when it was given
 */
record Grant(int question, long asked, long at) {
  /** As one line between processes. */
  String line() {
    return question + " " + asked + " " + at;
  }

  static Grant of(String line) {
    String[] parts = line.split(" ", -1);
    return new Grant(
        Integer.parseInt(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2]));
  }
}
