package io.telproof.twilio;

import java.util.Locale;

/** How well a part of a claim fits the operator's record, best first, in the words of Lookup. */
enum Grade {
  EXACT_MATCH,
  HIGH_PARTIAL_MATCH,
  PARTIAL_MATCH;

  /** As Twilio writes it. */
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether this is as good as that one, or better. */
  boolean reaches(Grade least) {
    return compareTo(least) <= 0;
  }
}
