package io.telproof.bulk;

import io.telproof.bulk.BulkReport.Kind;
import io.telproof.bulk.BulkReport.Stop;

/**
 * How many attempts of a run may cost something.
 *
 * @param most how many; as many as there are where nothing was said
 * @param perQuestion how many a question can take: one for each provider of its route
 */
record Budget(long most, int perQuestion) {
  /**
   * Whether one question more is within it, whatever comes of those under way.
   *
   * @param spent attempts that cost something, or may have
   */
  boolean allows(long spent, int underWay) {
    return spent + (underWay + 1L) * perQuestion <= most;
  }

  /** Why a run stops that it does not allow any more. */
  Stop spent() {
    return new Stop(
        Kind.BUDGET,
        "one question more might cost more than the budget of "
            + most
            + "; start it again with a larger one to go on");
  }
}
