package io.telproof.sandbox;

/** What one request costs, by the vendor's own pages. */
public enum Billing {
  /** The vendor charges for it. */
  CHARGED,
  /** The vendor says that it does not charge for it. */
  FREE,
  /** The vendor's pages do not say. */
  UNSTATED
}
