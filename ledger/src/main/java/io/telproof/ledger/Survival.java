package io.telproof.ledger;

/** What an intent outlives once its question is sent. */
enum Survival {
  /** The end of the process, and the loss of power: it is on the disk before. */
  POWER_LOSS,
  /** The end of the process alone: it is on the disk a second later at the latest. */
  PROCESS_END
}
