package io.telproof.spi.http.internal;

import java.util.Arrays;

/**
 * The last so many of the texts that were added, each by a hash of 128 bits: by chance two texts
 * have the same as rarely as two random numbers of that length. Somebody may make two such texts;
 * all that comes of it is that the second one is taken for the first.
 *
 * <p>All of it is numbers in arrays, made once. A map of texts has its entries copied by each
 * collection until they are old, and finds them in no cache of the processor when it forgets them.
 * Not thread-safe.
 */
final class RecentHashes {
  private static final long FIRST = 0x9E3779B97F4A7C15L;
  private static final long SECOND = 0xC2B2AE3D27D4EB4FL;
  private static final int NONE = -1;

  // What was added, in a ring: the place of the oldest is the next one's.
  private final long[] first;
  private final long[] second;
  private int next;
  private int size;

  // By the last bits of a hash the place of the one that was added last, and from there to others
  // with the same bits, which are older.
  private final int[] newest;
  private final int[] older;

  /** For so many texts, a power of two. */
  RecentHashes(int most) {
    first = new long[most];
    second = new long[most];
    older = new int[most];
    newest = new int[2 * most];
    Arrays.fill(newest, NONE);
  }

  /** Adds a text in the place of the oldest one; false where it is there, and nothing is added. */
  boolean add(String text) {
    long one = FIRST;
    long two = SECOND;
    for (int i = 0; i < text.length(); i++) {
      // Each step can be undone: texts of one length that differ in one character differ here.
      one = mixed((one ^ text.charAt(i)) * FIRST);
      two = mixed((two + text.charAt(i)) * SECOND);
    }
    int bucket = bucket(one);
    for (int place = newest[bucket]; place != NONE; place = older[place]) {
      if (first[place] == one && second[place] == two) {
        return false;
      }
    }
    if (size == first.length) {
      forget(next);
    } else {
      size++;
    }
    first[next] = one;
    second[next] = two;
    older[next] = newest[bucket];
    newest[bucket] = next;
    next = (next + 1) & (first.length - 1);
    return true;
  }

  /** Forgets the oldest of all, which is the last one of its bucket. */
  private void forget(int oldest) {
    int bucket = bucket(first[oldest]);
    int place = newest[bucket];
    if (place == oldest) {
      newest[bucket] = NONE;
      return;
    }
    while (older[place] != oldest) {
      place = older[place];
    }
    older[place] = NONE;
  }

  private int bucket(long hash) {
    return (int) hash & (newest.length - 1);
  }

  private static long mixed(long hash) {
    return hash ^ (hash >>> 29);
  }
}
