package io.telproof.limits.trial;

import io.telproof.PhoneNumber;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Ten million questions for each of ten processes. The number asked about tells which it is; none
 * is one of the sandbox's magic ones.
 */
final class Question {
  private static final int EACH = 10_000_000;
  private static final Pattern NUMBER = Pattern.compile("139([0-9]{8})");

  private Question() {}

  static int of(int process, int nth) {
    return process * EACH + nth;
  }

  static int process(int question) {
    return question / EACH;
  }

  static PhoneNumber number(int question) {
    return PhoneNumber.of("+86139%08d".formatted(question));
  }

  /** Which question asks about this number. */
  static int about(String contact) {
    Matcher number = NUMBER.matcher(contact);
    if (!number.find()) {
      throw new IllegalArgumentException("a request asks about nobody that was asked about");
    }
    return Integer.parseInt(number.group(1));
  }
}
