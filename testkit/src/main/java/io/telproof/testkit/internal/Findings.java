package io.telproof.testkit.internal;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What a clause found, so that its author is told everything at once, and each once. Thread-safe.
 */
public final class Findings {
  private static final int SHOWN = 12;
  private final Set<String> found = new LinkedHashSet<>();
  private final String promise;

  /** Findings against this promise, which begins the message. */
  public Findings(String promise) {
    this.promise = promise;
  }

  public synchronized void add(String finding) {
    found.add(finding);
  }

  public void unless(boolean kept, String finding) {
    if (!kept) {
      add(finding);
    }
  }

  /** Throws what was found. */
  public synchronized void report() {
    if (!found.isEmpty()) {
      StringBuilder text = new StringBuilder(promise).append(", but:");
      found.stream().limit(SHOWN).forEach(each -> text.append("\n  - ").append(each));
      if (found.size() > SHOWN) {
        text.append("\n  - and ").append(found.size() - SHOWN).append(" more");
      }
      throw new AssertionError(text.toString());
    }
  }
}
