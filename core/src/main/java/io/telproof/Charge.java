package io.telproof;

/** Whether the vendor bills a question. */
public enum Charge {
  /** The vendor's pages say that this outcome is billed. */
  CHARGED,
  /** The vendor's pages say that this outcome is not billed, or nothing was sent. */
  FREE,
  /** The request was sent, and its outcome or its delivery is not known. */
  POSSIBLE,
  /** The vendor does not say whether this outcome is billed. */
  UNSTATED
}
