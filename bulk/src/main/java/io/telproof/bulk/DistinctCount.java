package io.telproof.bulk;

import java.util.OptionalLong;

/**
 * Counts what is different among many, by 8 bytes of a keyed hash of each: 16 MiB at the most. For
 * one thread.
 */
final class DistinctCount {
  private static final int MOST = 1 << 21;
  private static final int FIRST = 1 << 10;

  private long[] table = new long[FIRST];
  private int size;
  private boolean tooMany;

  void add(long hash) {
    // Zero is an empty place.
    long value = hash == 0 ? 1 : hash;
    if (tooMany) {
      return;
    }
    if (insert(table, value) && ++size * 4L > table.length * 3L) {
      grow();
    }
  }

  private void grow() {
    if (table.length == MOST) {
      tooMany = true;
      table = new long[0];
      return;
    }
    long[] larger = new long[table.length * 2];
    for (long each : table) {
      if (each != 0) {
        boolean unused = insert(larger, each);
      }
    }
    table = larger;
  }

  private static boolean insert(long[] into, long value) {
    int place = (int) value & (into.length - 1);
    while (into[place] != 0) {
      if (into[place] == value) {
        return false;
      }
      place = (place + 1) & (into.length - 1);
    }
    into[place] = value;
    return true;
  }

  /** Whether it was added; no where there were too many. */
  boolean contains(long hash) {
    if (tooMany) {
      return false;
    }
    long value = hash == 0 ? 1 : hash;
    int place = (int) value & (table.length - 1);
    while (table[place] != 0 && table[place] != value) {
      place = (place + 1) & (table.length - 1);
    }
    return table[place] == value;
  }

  /** How many; empty where there were more than a million and a half. */
  OptionalLong count() {
    return tooMany ? OptionalLong.empty() : OptionalLong.of(size);
  }
}
