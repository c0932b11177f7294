package io.telproof;

/** How an answer came to the one who asked. */
public enum AnswerOrigin {
  /** The question was put for this caller, or the provider answered it without asking anybody. */
  FRESH,
  /** Another caller had just put the same question, and both were given its answer. */
  COALESCED,
  /** The answer had been given before and was kept; {@link Receipt#at()} tells when. */
  CACHED,
  /** The question had been asked under the same key, and its answer stood in the ledger. */
  RECORDED
}
