package io.telproof.micrometer;

import io.telproof.Gap;
import java.util.Locale;
import java.util.Optional;

/** The words that stand in tags: those of the enums, in lower case with hyphens. */
final class TagValues {
  private TagValues() {}

  /** The word for a kind, a gap, a charge, a state. */
  static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The outcome of a question that was answered. */
  static String outcome(Optional<Gap> gap) {
    return gap.map(TagValues::of).orElse("known");
  }
}
