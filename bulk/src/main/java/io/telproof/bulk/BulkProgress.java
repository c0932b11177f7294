package io.telproof.bulk;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * How a run stands. Immutable.
 *
 * @param totals of the whole run
 * @param rows of the table
 * @param rate questions that came to an end a second, of late; rows that are no question, and those
 *     that have the answer of another one or of an earlier start, are not counted
 * @param left how long it takes at this rate, at the most: if each row that is left has to be asked
 *     by itself; empty where that cannot be told, or where the run stops
 * @param inFlight how many questions are under way
 * @param waiting what the run waits for where nothing is answered, for people; empty where it stops
 */
public record BulkProgress(
    Totals totals,
    long rows,
    double rate,
    Optional<Duration> left,
    int inFlight,
    Optional<String> waiting) {
  /**
   * Refuses null.
   *
   * @param totals of the whole run
   * @param rows of the table
   * @param rate questions that came to an end a second, of late; rows that are no question, and
   *     those that have the answer of another one or of an earlier start, are not counted
   * @param left how long it takes at this rate, at the most: if each row that is left has to be
   *     asked by itself; empty where that cannot be told, or where the run stops
   * @param inFlight how many questions are under way
   * @param waiting what the run waits for where nothing is answered, for people; empty where it
   *     stops
   */
  public BulkProgress {
    Objects.requireNonNull(totals, "totals");
    Objects.requireNonNull(left, "left");
    Objects.requireNonNull(waiting, "waiting");
  }
}
