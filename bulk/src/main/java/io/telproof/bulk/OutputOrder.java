package io.telproof.bulk;

/** The order of the rows that are written. */
public enum OutputOrder {
  /** That of the table. A row that waits for its vendor holds back those behind it. */
  INPUT,
  /** As they are answered. */
  ANSWERED
}
