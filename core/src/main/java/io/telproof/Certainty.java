package io.telproof;

/** The answer to a yes-or-no question that the facts may leave open. */
public enum Certainty {
  /** It is so. */
  YES,
  /** It is not so. */
  NO,
  /** What is known fits both. */
  CANNOT_TELL
}
