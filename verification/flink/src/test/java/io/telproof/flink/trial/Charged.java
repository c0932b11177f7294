package io.telproof.flink.trial;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What stands on the vendor's bill.
 *
 * @param requests how many were charged
 * @param again numbers that were charged more than once
 * @param millis from the first of them to the last
 * @param list the rows, with a comma behind each
 */
record Charged(long requests, long again, long millis, String list) {
  String line() {
    return requests + " " + again + ' ' + millis + ' ' + list;
  }

  static Charged of(String line) {
    String[] parts = line.split(" ", -1);
    return new Charged(
        Long.parseLong(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2]), parts[3]);
  }

  Set<Long> rows() {
    return Stream.of(list.split(",", -1))
        .filter(row -> !row.isEmpty())
        .map(Long::valueOf)
        .collect(Collectors.toSet());
  }

  /** Requests a second, from the first to the last. */
  double rate() {
    return (requests - 1) * 1000.0 / Math.max(1, millis);
  }
}
