package io.telproof.bulk;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * How a run stands. Immutable.
 *
 * @param totals of the whole run
 * @param rows of the table
 * @param rate rows that came to an end a second, of late
 * @param left how long it takes at this rate; empty where that cannot be told
 * @param inFlight how many questions are under way
 * @param waiting what the run waits for where nothing is answered, for people
 */
public record BulkProgress(
    Totals totals,
    long rows,
    double rate,
    Optional<Duration> left,
    int inFlight,
    Optional<String> waiting) {
  /** Refuses null. */
  public BulkProgress {
    Objects.requireNonNull(totals, "totals");
    Objects.requireNonNull(left, "left");
    Objects.requireNonNull(waiting, "waiting");
  }
}
