package io.telproof.ledger.trial;

import java.util.OptionalInt;

/**
 * Who asks which question, and in which order. Immutable.
 *
 * @param processes how many processes there are
 * @param threads how many threads each of them has
 * @param questions how many questions there are
 * @param shared whether each process asks all of them, and begins at another one than the others
 *     do, or they share them out
 */
record Schedule(int processes, int threads, int questions, boolean shared) {
  private static final int WITHOUT_KEY = 4;
  private static final int ASKED_AGAIN = 10;

  /** The one of {@link #words}. */
  static Schedule of(String words) {
    String[] each = words.split(" ", -1);
    return new Schedule(
        Integer.parseInt(each[0]),
        Integer.parseInt(each[1]),
        Integer.parseInt(each[2]),
        Boolean.parseBoolean(each[3]));
  }

  /** For another process. */
  String words() {
    return processes + " " + threads + " " + questions + " " + shared;
  }

  /** How many ends there are once all is over. */
  int ends() {
    return shared ? processes * questions : questions;
  }

  /**
   * The question of one thread.
   *
   * @param position how many questions of the thread come before
   * @return empty where it has no more
   */
  OptionalInt question(int process, int thread, int position) {
    if (shared) {
      int all = (questions - thread + threads - 1) / threads;
      return position < all
          ? OptionalInt.of((position + process * all / processes) % all * threads + thread)
          : OptionalInt.empty();
    }
    int question = (position * processes + process) * threads + thread;
    return question < questions ? OptionalInt.of(question) : OptionalInt.empty();
  }

  /** Whether it is asked under a key: all that several ask, and three of four of the others. */
  boolean isKeyed(int question) {
    return shared || question % WITHOUT_KEY != WITHOUT_KEY - 1;
  }

  /** Whether the same thread asks it once more, as for a message that is delivered twice. */
  boolean isAskedAgain(int question) {
    return isKeyed(question) && question % ASKED_AGAIN == 0;
  }
}
