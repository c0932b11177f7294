package io.telproof.flink.trial;

import java.util.HashSet;
import java.util.Set;

/**
 * What came of a run: what came out of the job, beside what the vendor charged and what the ledger
 * says.
 *
 * @param ledgerCharged intents that were settled as charged
 * @param ledgerDoubts intents without an end
 */
record Reckoning(
    Plan plan, int kills, Charged vendor, Output output, long ledgerCharged, long ledgerDoubts) {
  /** Rows that were charged and stand as answered or in doubt nowhere. */
  private long unexplained() {
    Set<Long> rows = vendor.rows();
    rows.removeAll(output.known());
    rows.removeAll(output.doubts());
    return rows.size();
  }

  private long lost() {
    Set<Long> rows = new HashSet<>(output.known());
    rows.addAll(output.doubts());
    rows.addAll(output.others());
    return (long) plan.rows() - rows.size();
  }

  private long twice() {
    return output.lines() - (plan.rows() - lost());
  }

  /** Of the rows in doubt, those that the vendor charged. */
  private long doubtsCharged() {
    Set<Long> rows = vendor.rows();
    rows.retainAll(output.doubts());
    return rows.size();
  }

  /** Those that the ledger knows to be billed, and whose process was killed before their answer. */
  private long answersLost() {
    return ledgerCharged - output.known().size();
  }

  /** Whether all that is promised held. */
  boolean holds() {
    return vendor.again() == 0
        && lost() == 0
        && twice() == 0
        && output.others().isEmpty()
        && unexplained() == 0
        && vendor.rows().containsAll(output.known())
        && answersLost() >= 0
        && ledgerDoubts + answersLost() == output.doubts().size()
        && vendor.requests() >= ledgerCharged
        && vendor.requests() <= ledgerCharged + ledgerDoubts
        && (kills > 0 || output.doubts().isEmpty());
  }

  static String header() {
    return """
        | run | task managers | in flight | a reply takes | rows | rows a second | kills | billed | billed twice \
        | known | in doubt: of these billed | failed otherwise | lost | written twice | ledger: charged, in doubt | holds |
        |---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|""";
  }

  String text() {
    return "| %s | %d | %d | %d ms | %d | %.0f | %d | %d | %d | %d | %d: %d | %d | %d | %d | %d, %d | %s |"
        .formatted(
            plan.name(),
            plan.taskManagers(),
            plan.taskManagers() * FlinkProcesses.SLOTS * plan.capacity(),
            plan.replyMillis(),
            plan.rows(),
            vendor.rate(),
            kills,
            vendor.requests(),
            vendor.again(),
            output.known().size(),
            output.doubts().size(),
            doubtsCharged(),
            output.others().size(),
            lost(),
            twice(),
            ledgerCharged,
            ledgerDoubts,
            holds());
  }
}
