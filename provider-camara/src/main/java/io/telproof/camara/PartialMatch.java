package io.telproof.camara;

/** What it means that one of name and identity number agrees and the operator lacks the other. */
enum PartialMatch {
  /** The operator does not tell whether both agree. */
  UNDISCLOSED,
  /** A match: nothing that the operator has differs. */
  MATCH
}
