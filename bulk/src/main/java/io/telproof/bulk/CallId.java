package io.telproof.bulk;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The correlation id of a row's call: who reads the ledger sees the run, the row, and which rows
 * ask the same.
 *
 * @param run 12 hexadecimal digits
 * @param row its number
 * @param generation how often a person has let the row be asked again
 * @param tag 32 hexadecimal digits of the question
 */
record CallId(String run, long row, int generation, String tag) {
  private static final Pattern TEXT =
      Pattern.compile("bulk-([0-9a-f]{12})-([0-9]{1,18})\\.([0-9]{1,9})-([0-9a-f]{32})");

  /** What a text says; empty where it is none of a run. */
  static Optional<CallId> of(String text) {
    Matcher matcher = TEXT.matcher(text);
    return matcher.matches()
        ? Optional.of(
            new CallId(
                matcher.group(1),
                Long.parseLong(matcher.group(2)),
                Integer.parseInt(matcher.group(3)),
                matcher.group(4)))
        : Optional.empty();
  }

  @Override
  public String toString() {
    return "bulk-" + run + '-' + row + '.' + generation + '-' + tag;
  }
}
