package io.telproof.spi.ratelimit;

/**
 * Moments in ascending order, eight bytes each, in a ring. Each has an index, which counts all that
 * were ever added and stays the same as earlier ones are forgotten. Adding takes no memory where
 * there is {@linkplain #reserve room}, and so cannot fail halfway. Not thread-safe.
 */
final class MomentRing {
  private static final int SMALLEST = 16;

  // As long as a power of two, so that an index finds its place by its last bits.
  private long[] moments = new long[SMALLEST];
  private long begin;
  private long end;

  /** The index of the first. */
  long begin() {
    return begin;
  }

  /** The index behind the last. */
  long end() {
    return end;
  }

  int size() {
    return (int) (end - begin);
  }

  long get(long index) {
    return moments[place(index)];
  }

  /** Makes room for so many in all. What there is stays if the memory for it cannot be had. */
  void reserve(int size) {
    if (size <= moments.length) {
      return;
    }
    long[] larger = new long[Integer.highestOneBit(size - 1) << 1];
    for (long index = begin; index < end; index++) {
      larger[(int) index & (larger.length - 1)] = get(index);
    }
    moments = larger;
  }

  /** Adds a moment, for which there is room, behind all that are not later. */
  void add(long moment) {
    end++;
    sink(end - 1, moment);
  }

  /** Puts one of the moments that are there forward. */
  void advance(long from, long to) {
    sink(indexOf(from), to);
  }

  /** Forgets all before this index. */
  void forgetBefore(long index) {
    begin = index;
  }

  /** Sets a moment in this place, or as many places before it as hold later ones. */
  private void sink(long index, long moment) {
    long at = index;
    for (; at > begin && get(at - 1) > moment; at--) {
      moments[place(at)] = get(at - 1);
    }
    moments[place(at)] = moment;
  }

  private long indexOf(long moment) {
    long low = begin;
    long high = end - 1;
    while (low < high) {
      long middle = (low + high) >>> 1;
      if (get(middle) < moment) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private int place(long index) {
    return (int) index & (moments.length - 1);
  }
}
