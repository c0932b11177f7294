package io.telproof.spi.reply;

/** Where a row of a vendor's table comes from. */
public enum Evidence {
  /** A page of the vendor says so, in its present or in an earlier edition. */
  DOCUMENTED,
  /** No page says so; the safe side was taken. */
  INFERRED
}
