package io.telproof.camara;

/** What it means that a part of a claim agrees and the operator lacks another one. */
enum PartialMatch {
  /** The operator does not tell whether all agree. */
  UNDISCLOSED,
  /** A match: nothing that the operator has differs. */
  MATCH
}
