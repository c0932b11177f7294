package io.telproof.testkit;

/** What a value can be like that no enum of the vocabulary names, for the reply examples. */
public enum Shape {
  /** A tenure with an upper limit. */
  CLOSED_INTERVAL,
  /** A tenure without an upper limit. */
  OPEN_INTERVAL,
  /** A mismatch that tells what differs. */
  DIFFERING_TOLD,
  /** A mismatch that does not tell what differs. */
  DIFFERING_NOT_TOLD,
  /** A code that was sent. */
  SENT,
  /** A code that was sent, with the handle of its sending. */
  HANDLE,
  /** A code that was sent, with the time until which it can be used. */
  EXPIRY,
  /** A pre-validated id. */
  ID,
  /** A SIM card that was changed within the time asked about. */
  SWAPPED,
  /** A SIM card that was not. */
  NOT_SWAPPED,
  /** A SIM card whose last change is told. */
  LAST_SWAP
}
