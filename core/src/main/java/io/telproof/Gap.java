package io.telproof;

/** Why there is no value in an answer; the same four reasons for every check. */
public enum Gap {
  /** The vendor says that the number does not exist. */
  NO_SUCH_NUMBER(false),
  /** The vendor holds nothing to answer from. */
  NO_RECORD(false),
  /** The number exists; the vendor cannot or will not tell this about it. */
  UNDISCLOSED(false),
  /** This vendor does not serve this kind of number, contact or claim; another one may. */
  NOT_COVERED(true);

  private final boolean failover;

  Gap(boolean elsewhere) {
    this.failover = elsewhere;
  }

  /** {@return whether the next provider of a route is asked} */
  public boolean failover() {
    return failover;
  }
}
