package io.telproof.tencent;

import io.telproof.Tenure;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The interval of months in which MobileNetworkTimeVerification answers: {@code [24,+)} by the
 * present pages, {@code (24,+]} by those up to January 2025.
 */
final class Range {
  private static final Pattern FORM =
      Pattern.compile("[\\[(]\\s*([0-9]{1,4})\\s*,\\s*([0-9]{1,4}|\\+)\\s*([\\])])");

  private Range() {}

  /**
   * The tenure in whole months, widened where the text leaves no choice, so that it never claims
   * more than the vendor did. Empty where the text is something else.
   */
  static Optional<Tenure> parse(String text) {
    Matcher form = FORM.matcher(text.strip());
    if (!form.matches()) {
      return Optional.empty();
    }
    // More than 3 months can be 3 months and a day: either bracket starts at the same whole month.
    int from = Integer.parseInt(form.group(1));
    OptionalInt to = upper(form.group(2), form.group(3));
    return to.isPresent() && to.getAsInt() <= from
        ? Optional.empty()
        : Optional.of(new Tenure(from, to));
  }

  private static OptionalInt upper(String bound, String bracket) {
    if (bound.equals("+")) {
      return OptionalInt.empty();
    }
    int months = Integer.parseInt(bound);
    return OptionalInt.of(bracket.equals("]") ? months + 1 : months);
  }
}
