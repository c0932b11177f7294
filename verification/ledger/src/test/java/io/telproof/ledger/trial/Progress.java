package io.telproof.ledger.trial;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How many questions have come to an end, and to which. Thread-safe. */
final class Progress {
  private final Map<String, Integer> words = new TreeMap<>();
  private int ended;
  private @Nullable String broken;

  /** One more has ended, whose thread had more to say of it than one word where it asked again. */
  synchronized void ended(String... said) {
    for (String word : said) {
      words.merge(word, 1, Integer::sum);
    }
    ended++;
    notifyAll();
  }

  /** Something went wrong with the trial itself. */
  synchronized void broken(String why) {
    broken = why;
    notifyAll();
  }

  /** Returns once so many have. */
  synchronized void await(int many) throws InterruptedException {
    while (ended < many) {
      if (broken != null) {
        throw new IllegalStateException(broken);
      }
      wait();
    }
  }

  synchronized int ended() {
    return ended;
  }

  synchronized Map<String, Integer> words() {
    return Map.copyOf(words);
  }
}
