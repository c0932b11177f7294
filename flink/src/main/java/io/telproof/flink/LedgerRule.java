package io.telproof.flink;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a job needs of the ledger, so that it asks nothing twice after it was restored. */
final class LedgerRule {
  private static final Logger LOG = LoggerFactory.getLogger(TelproofStreams.class);
  private static final String KEPT = "telproof.ledger.kept";
  private static final String KEEP = "telproof.ledger.answers.keep";

  private LedgerRule() {}

  /**
   * Looks whether a configuration has what is needed. One with variables that are not set here is
   * left to the task managers.
   *
   * @throws IllegalArgumentException if it has not
   */
  static void check(Config config) {
    try {
      require(config);
    } catch (ConfigException.NotResolved e) {
      LOG.debug("the configuration is looked at by the task managers");
    }
  }

  private static void require(Config config) {
    String kept = config.hasPath(KEPT) ? config.getString(KEPT) : "none";
    if (kept.equals("none")) {
      throw new IllegalArgumentException(
          KEPT
              + " is none: a job that is restored would ask again, and pay again, for what was asked"
              + " since its last checkpoint; say kept = jdbc, or withoutLedger() if that is meant");
    }
    if (!config.hasPath(KEEP)) {
      throw new IllegalArgumentException(
          KEEP
              + " is missing: a job that is restored is given the recorded answers, and there would"
              + " be none; say how long, as keep = 30d, and a key");
    }
    if (kept.equals("file")) {
      LOG.warn(
          "{} is file, which is one process's: with more than one task manager an element may be"
              + " restored where its answer is not; say kept = jdbc",
          KEPT);
    }
  }
}
