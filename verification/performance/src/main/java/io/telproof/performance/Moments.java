package io.telproof.performance;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Moments of one clock, in nanoseconds. Thread-safe. */
final class Moments {
  private final List<Long> all = new ArrayList<>();

  synchronized void add(long nanos) {
    all.add(nanos);
  }

  synchronized int size() {
    return all.size();
  }

  /** The most of those after a moment in any window of this length, its end not counted. */
  int mostIn(long nanos, long from) {
    List<Long> sorted = sorted().stream().filter(at -> at >= from).toList();
    int most = 0;
    int first = 0;
    for (int last = 0; last < sorted.size(); last++) {
      while (sorted.get(last) - sorted.get(first) >= nanos) {
        first++;
      }
      most = Math.max(most, last - first + 1);
    }
    return most;
  }

  /**
   * How long it takes on average from one of those after this moment to that which comes so many
   * later. Where as many are allowed in a period, a period is the least.
   *
   * @throws IllegalStateException if there are too few
   */
  double meanSpan(int count, long from) {
    List<Long> later = sorted().stream().filter(at -> at >= from).toList();
    int spans = later.size() - count;
    if (spans < 1) {
      throw new IllegalStateException("only " + later.size() + " were seen; measure for longer");
    }
    double sum = 0;
    for (int first = 0; first < spans; first++) {
      sum += later.get(first + count) - later.get(first);
    }
    return sum / spans;
  }

  /**
   * By how much the ways differ from each of these, after a moment, to that of the others which has
   * the same place in their order: no pairing of the two has ways that differ by less.
   */
  long spread(Moments arrivals, long from) {
    List<Long> here = sorted();
    List<Long> there = arrivals.sorted();
    long shortest = Long.MAX_VALUE;
    long longest = Long.MIN_VALUE;
    for (int i = 0; i < Math.min(here.size(), there.size()); i++) {
      if (here.get(i) >= from) {
        long way = there.get(i) - here.get(i);
        shortest = Math.min(shortest, way);
        longest = Math.max(longest, way);
      }
    }
    return longest - shortest;
  }

  private synchronized List<Long> sorted() {
    List<Long> sorted = new ArrayList<>(all);
    Collections.sort(sorted);
    return sorted;
  }
}
