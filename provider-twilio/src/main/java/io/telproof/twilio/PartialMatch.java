package io.telproof.twilio;

/** What it means that one part of a claim agrees and the operator lacks another. */
enum PartialMatch {
  /** The operator does not tell whether all agree. */
  UNDISCLOSED,
  /** A match: nothing that the operator has differs. */
  MATCH
}
