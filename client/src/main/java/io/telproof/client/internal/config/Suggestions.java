package io.telproof.client.internal.config;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the word that somebody probably meant. */
public final class Suggestions {
  private Suggestions() {}

  /** The nearest of the known words, where it is near enough to be a slip of the hand. */
  public static Optional<String> to(String word, Collection<String> known) {
    return known.stream()
        .filter(
            each ->
                sameLetters(word, each) || distance(word, each) <= Math.max(2, each.length() / 3))
        .min(
            Comparator.comparing((String each) -> !sameLetters(word, each))
                .thenComparingInt(each -> distance(word, each)));
  }

  /** Whether two words differ in capitals, hyphens and underscores alone: secretKey, secret-key. */
  static boolean sameLetters(String a, String b) {
    return letters(a).equals(letters(b));
  }

  private static String letters(String word) {
    return word.replaceAll("[-_]", "").toLowerCase(Locale.ROOT);
  }

  /** How many letters have to be put in, taken out or changed (Levenshtein). */
  static int distance(String a, String b) {
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
