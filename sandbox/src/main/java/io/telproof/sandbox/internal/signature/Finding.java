package io.telproof.sandbox.internal.signature;

import java.util.LinkedHashSet;
import java.util.Set;

/** The sentences about one refused signature, each of them once. For one thread. */
public final class Finding {

  private final Set<String> sentences = new LinkedHashSet<>();

  /** Adds a sentence, unless it was said. */
  public void add(String sentence) {
    sentences.add(sentence);
  }

  /** Adds the mistakes with which the signature fits. */
  public void fits(MistakeSearch.Fit fit) {
    fit.mistakes().stream().map(Mistake::sentence).forEach(sentences::add);
  }

  /**
   * Adds that nothing that was tried fits, and what follows from it.
   *
   * @param tried how many signatures were computed
   * @param id of the key, as it may be shown
   * @param complete whether the request says all that was signed, so that more than what was said
   *     is wrong
   */
  public void fitsNothing(int tried, String id, boolean complete) {
    String none = "The signature fits none of %d ways to sign that were tried.".formatted(tried);
    if (sentences.isEmpty()) {
      sentences.add(
          none
              + " What is left is the secret of %s, or a header or the body that was changed after it"
                  .formatted(id)
              + " was signed. Print the canonical request in your program and compare it with the"
              + " computed one.");
    } else if (complete) {
      sentences.add(
          "To mend this is not enough. %s The secret of %s is wrong too, or a header or the body was"
                  .formatted(none, id)
              + " changed after it was signed.");
    } else {
      sentences.add("Whether the secret is right cannot be known before this is mended.");
    }
  }

  /** All of them, with blanks between. */
  public String text() {
    return String.join(" ", sentences);
  }
}
