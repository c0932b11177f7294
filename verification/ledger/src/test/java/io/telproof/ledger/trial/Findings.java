package io.telproof.ledger.trial;

import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/**
 * What came of a run.
 *
 * @param kills how often a process that asks was killed
 * @param serverKills how often the keeper's server was
 * @param ends how many questions came to an end, also those that several processes asked
 * @param words how they ended
 * @param listed how many intents in doubt the ledger lists
 * @param charged how many requests stand on the vendor's own bill as charged
 */
record Findings(
    Plan plan,
    int kills,
    int serverKills,
    int ends,
    Map<String, Integer> words,
    Reckoning reckoning,
    int listed,
    long charged,
    Duration lasted) {
  /** The head of the table. */
  static String head() {
    return "| scene | who asks | questions | kills: of processes, of the server | carried out | intents |"
        + " in doubt | billed | CHARGED | perhaps charged: of these billed | in doubt: of these billed |"
        + " carried out without an intent | another charge than the vendor's | billed twice |"
        + " difference | how they ended | it took |\n"
        + "|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|---|";
  }

  String row() {
    Schedule schedule = plan.schedule();
    Reckoning sums = reckoning;
    return "| %s | %d × %d | %d | %d, %d | %d | %d | %d | %d | %d | %d: %d | %d: %d | %d | %d | %d | %d | %s | %d s |"
        .formatted(
            plan.name(),
            schedule.processes(),
            schedule.threads(),
            schedule.questions(),
            kills,
            serverKills,
            sums.carriedOut(),
            sums.intents(),
            sums.doubts(),
            sums.billed(),
            sums.charged(),
            sums.perhaps(),
            sums.billedPerhaps(),
            sums.doubts(),
            sums.billedInDoubt(),
            sums.withoutIntent(),
            sums.untrue(),
            sums.billedTwice(),
            sums.difference(),
            new TreeMap<>(words),
            lasted.toSeconds());
  }

  /** Whether everything is as the ledger promises. */
  boolean hold() {
    return reckoning.holds()
        && ends == plan.schedule().ends()
        && listed == reckoning.doubts()
        && charged == reckoning.billed();
  }
}
