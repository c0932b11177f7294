package io.telproof.proof;

import java.util.Set;
import java.util.stream.Stream;

/**
 * Something that must show nowhere.
 *
 * @param what says what it is, for whoever reads a finding
 * @param parts texts that give it away wherever they stand
 * @param words digits that give it away where they stand alone, and are chance inside of a longer
 *     number
 */
record Canary(String what, Set<String> parts, Set<String> words) {
  private static final int SUBSCRIBER = 8;

  /**
   * A phone number, of which the digits behind the area are enough; and as Meta writes it, with a
   * dash where people take breath.
   */
  static Canary number(String e164) {
    String national = e164.replaceFirst("^\\+(86|990|1)?", "");
    return new Canary(
        "the number " + e164,
        Set.of(national, national.replaceFirst("^(\\d{3})(\\d{4})(\\d+)$", "$1-$2-$3")),
        Set.of(national.substring(national.length() - SUBSCRIBER)));
  }

  /** Every text that gives it away. */
  Stream<String> texts() {
    return Stream.concat(parts.stream(), words.stream());
  }

  static Canary digits(String what, String digits) {
    return new Canary(what, Set.of(), Set.of(digits));
  }

  static Canary text(String what, String text) {
    return new Canary(what, Set.of(text), Set.of());
  }
}
