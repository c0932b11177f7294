package io.telproof.bulk;

import java.time.Instant;
import java.util.Objects;

/**
 * How far a run has come that was begun before. Immutable.
 *
 * @param begun when it was begun
 * @param totals of the whole run so far
 * @param waiting rows that were in doubt, may be asked again, and have not been yet; none of the
 *     totals
 * @param finished whether all rows are done, but for those in doubt
 */
public record BulkStatus(Instant begun, Totals totals, long waiting, boolean finished) {
  /**
   * Refuses null.
   *
   * @param begun when it was begun
   * @param totals of the whole run so far
   * @param waiting rows that were in doubt, may be asked again, and have not been yet; none of the
   *     totals
   * @param finished whether all rows are done, but for those in doubt
   */
  public BulkStatus {
    Objects.requireNonNull(begun, "begun");
    Objects.requireNonNull(totals, "totals");
  }
}
