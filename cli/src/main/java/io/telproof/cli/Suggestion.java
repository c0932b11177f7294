package io.telproof.cli;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** The word that somebody meant who typed another one. Only a word of ours is ever repeated. */
final class Suggestion {
  private Suggestion() {}

  /** The nearest of the words, where it is near enough to be a slip of the hand. */
  static Optional<String> of(String typed, Collection<String> words) {
    return words.stream()
        .filter(word -> distance(typed, word) <= Math.max(2, word.length() / 3))
        .min(Comparator.comparingInt(word -> distance(typed, word)));
  }

  /** What is behind a mistake in a word: the nearest one, and all that there are. */
  static String instead(String typed, Collection<String> words) {
    return of(typed, words).map(word -> "did you mean " + word + "? ").orElse("")
        + "expected one of "
        + String.join(", ", words);
  }

  /** How many letters have to be put in, taken out or changed (Levenshtein). */
  private static int distance(String a, String b) {
    if (Math.abs(a.length() - b.length()) > b.length()) {
      // An argument may be long, and is then no slip.
      return Integer.MAX_VALUE;
    }
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
