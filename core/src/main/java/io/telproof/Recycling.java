package io.telproof;

/** Whether a number has changed hands since a day. */
public enum Recycling {
  /** The number was given to somebody else after that day. */
  RECYCLED,
  /** Whoever held the number on that day holds it now. */
  SAME_HOLDER
}
