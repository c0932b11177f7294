package io.telproof.client;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How often a shadow's answers to one check agreed with those that the callers got. Immutable.
 *
 * @param counts how often each came out since the client was opened; 0 or more, for every {@link
 *     Agreement}
 */
public record AgreementReport(Map<Agreement, Long> counts) {
  /**
   * Copies the map; what is not in it came out 0 times.
   *
   * @param counts how often each came out since the client was opened; 0 or more, for every {@link
   *     Agreement}
   * @throws IllegalArgumentException if a count is below 0
   */
  public AgreementReport {
    Map<Agreement, Long> given = Map.copyOf(counts);
    if (given.values().stream().anyMatch(count -> count < 0)) {
      throw new IllegalArgumentException("nothing happens less than 0 times: " + given);
    }
    counts =
        Collections.unmodifiableMap(
            Arrays.stream(Agreement.values())
                .collect(
                    Collectors.toMap(
                        Function.identity(),
                        each -> given.getOrDefault(each, 0L),
                        Long::sum,
                        () -> new EnumMap<>(Agreement.class))));
  }

  /**
   * {@return how often this came out}
   *
   * @param agreement which of the outcomes
   */
  public long count(Agreement agreement) {
    return counts.getOrDefault(agreement, 0L);
  }

  /**
   * {@return the share of the comparisons that agreed, from 0 to 1, of those in which an answer was
   * compared with an answer: agreed / (agreed + differed)} {@link Double#NaN} where there was none.
   */
  public double agreement() {
    long agreed = count(Agreement.AGREED);
    return (double) agreed / (agreed + count(Agreement.DIFFERED));
  }
}
