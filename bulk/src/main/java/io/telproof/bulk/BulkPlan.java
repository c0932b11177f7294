package io.telproof.bulk;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What a run would ask, and what that may cost. Nothing was asked. Immutable.
 *
 * <p>Where a run of this output was begun before, the rows that are done are left out, but of the
 * number of rows.
 *
 * @param rows of the table
 * @param rejected rows that are no question
 * @param reasons why the first of these are none, with their lines
 * @param answered rows that ask what the run has asked before: what came of that is told, and
 *     nothing is asked
 * @param questions different questions of the others; empty where there are too many to tell them
 *     apart
 * @param providers whom the route asks, in its order
 * @param operation of the first of them
 * @param limits the limits in force of that operation, as in {@code 25/s}
 * @param billed which outcomes its vendor bills
 * @param shortest the time that the limits take at least; empty where nobody would be asked
 * @param begun how far the run has come; empty where it was not begun
 */
public record BulkPlan(
    long rows,
    long rejected,
    List<String> reasons,
    long answered,
    OptionalLong questions,
    List<String> providers,
    String operation,
    String limits,
    String billed,
    Optional<Duration> shortest,
    Optional<BulkStatus> begun) {
  /**
   * Refuses null, and copies the lists.
   *
   * @param rows of the table
   * @param rejected rows that are no question
   * @param reasons why the first of these are none, with their lines
   * @param answered rows that ask what the run has asked before: what came of that is told, and
   *     nothing is asked
   * @param questions different questions of the others; empty where there are too many to tell them
   *     apart
   * @param providers whom the route asks, in its order
   * @param operation of the first of them
   * @param limits the limits in force of that operation, as in {@code 25/s}
   * @param billed which outcomes its vendor bills
   * @param shortest the time that the limits take at least; empty where nobody would be asked
   * @param begun how far the run has come; empty where it was not begun
   */
  public BulkPlan {
    reasons = List.copyOf(reasons);
    providers = List.copyOf(providers);
    Objects.requireNonNull(questions, "questions");
    Objects.requireNonNull(operation, "operation");
    Objects.requireNonNull(limits, "limits");
    Objects.requireNonNull(billed, "billed");
    Objects.requireNonNull(shortest, "shortest");
    Objects.requireNonNull(begun, "begun");
  }

  /** {@return how many questions would be put at the most} */
  public long most() {
    return questions.orElse(rows - done() - rejected - answered);
  }

  /** {@return how many rows are done already} */
  public long done() {
    return begun.map(status -> status.totals().rows()).orElse(0L);
  }
}
