package io.telproof.client;

/** What comes of comparing a shadow's answer with the one that the caller got. */
public enum Agreement {
  /**
   * Nothing in the two answers contradicts the other: the same state or verdict, intervals that
   * overlap, or the same gap.
   */
  AGREED,
  /** Both know, and not both can be right. */
  DIFFERED,
  /** Only the provider of the route knew. */
  PRIMARY_ONLY,
  /** Only the shadow knew, or each had another gap. */
  SHADOW_ONLY,
  /** The shadow got no answer, or does not cover the number. */
  FAILED
}
