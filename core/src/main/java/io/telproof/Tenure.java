package io.telproof;

import java.util.OptionalInt;

/**
 * For how long a number has been in use: at least {@code from} months, and less than {@code to}.
 * Immutable.
 *
 * @param from whole months, 0 or more
 * @param to whole months, more than {@code from}; empty where there is no upper limit
 */
public record Tenure(int from, OptionalInt to) {
  /**
   * Checks the order of the two.
   *
   * @param from whole months, 0 or more
   * @param to whole months, more than {@code from}; empty where there is no upper limit
   * @throws IllegalArgumentException if {@code from} is negative or {@code to} is not more than it
   */
  public Tenure {
    if (from < 0) {
      throw new IllegalArgumentException("a tenure cannot start below zero months: " + from);
    }
    if (to.isPresent() && to.getAsInt() <= from) {
      throw new IllegalArgumentException(
          "a tenure ends after it starts, but this is from " + from + " to " + to.getAsInt());
    }
  }

  /**
   * {@return at least {@code from} months and less than {@code to}}
   *
   * @param from the shortest it may be, in months
   * @param to the months that it is less than
   * @throws IllegalArgumentException if {@code from} is negative or {@code to} is not more than it
   */
  public static Tenure between(int from, int to) {
    return new Tenure(from, OptionalInt.of(to));
  }

  /**
   * {@return at least {@code from} months, without an upper limit}
   *
   * @param from the shortest it may be, in months
   * @throws IllegalArgumentException if {@code from} is negative
   */
  public static Tenure from(int from) {
    return new Tenure(from, OptionalInt.empty());
  }

  /**
   * {@return whether the number has been in use for at least so many months: {@link
   * Certainty#CANNOT_TELL} where the threshold falls inside the interval}
   *
   * @param months the months that are asked for
   */
  public Certainty atLeast(int months) {
    if (from >= months) {
      return Certainty.YES;
    }
    return to.isPresent() && to.getAsInt() <= months ? Certainty.NO : Certainty.CANNOT_TELL;
  }
}
