package io.telproof;

/** The state of a line, as its operator sees it. */
public enum LineState {
  /** In service. */
  ACTIVE,
  /** Known to the network but cannot be reached for now. */
  UNREACHABLE,
  /** Barred by the operator, for instance for an unpaid bill. */
  SUSPENDED,
  /** Sold but not yet switched on. */
  NOT_ACTIVATED,
  /** Not registered on the network. */
  OFF_NETWORK,
  /** Given up by its holder. */
  CANCELLED,
  /** Assigned to nobody. */
  VACANT
}
