package io.telproof.bulk;

import java.util.Objects;
import java.util.Optional;

/**
 * How a start of a run ended. Immutable.
 *
 * @param stop why it stopped before all rows were done; empty where all are
 * @param totals of the whole run, what was done before this start included
 * @param waiting rows that were in doubt, may be asked again, and have not been yet; none of the
 *     totals, and asked where the run goes on
 */
public record BulkReport(Optional<Stop> stop, Totals totals, long waiting) {
  /**
   * Refuses null.
   *
   * @param stop why it stopped before all rows were done; empty where all are
   * @param totals of the whole run, what was done before this start included
   * @param waiting rows that were in doubt, may be asked again, and have not been yet; none of the
   *     totals, and asked where the run goes on
   */
  public BulkReport {
    Objects.requireNonNull(stop, "stop");
    Objects.requireNonNull(totals, "totals");
  }

  /** {@return whether all rows are done, but for those in doubt} */
  public boolean isFinished() {
    return stop.isEmpty();
  }

  /**
   * Why a run stopped. It goes on where it is started again.
   *
   * @param kind the kind of reason
   * @param reason for people, with what to do
   */
  public record Stop(Kind kind, String reason) {
    /**
     * Refuses null.
     *
     * @param reason for people, with what to do
     * @param kind what kind of failure it is
     */
    public Stop {
      Objects.requireNonNull(kind, "kind");
      Objects.requireNonNull(reason, "reason");
    }
  }

  /** What stopped it. */
  public enum Kind {
    /** A person, or the application. */
    ASKED,
    /** One question more might have cost more than was allowed. */
    BUDGET,
    /** Nobody could be asked: the key, the account or its quota, or too long no answer. */
    VENDOR
  }
}
