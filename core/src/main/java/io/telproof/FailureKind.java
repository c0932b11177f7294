package io.telproof;

/**
 * Why a question got no answer. The columns are the policy: what may be repeated, what may be asked
 * of another provider, and what an attempt that ended so may cost unless the vendor says otherwise.
 */
public enum FailureKind {
  /** The vendor refused what was asked: the caller's to mend. */
  INVALID_REQUEST(false, false, Charge.FREE),
  /** Key, signature, clock or permission: the operator's to mend. */
  UNAUTHORIZED(false, true, Charge.FREE),
  /** Not activated, not subscribed, or in arrears: the operator's to mend. */
  ACCOUNT(false, true, Charge.FREE),
  /** Too fast, by our own count or the vendor's. */
  THROTTLED(true, true, Charge.FREE),
  /**
   * An allowance for this number or account is used up: mostly the day's, but some vendors have one
   * code for the caps by the minute, the hour and the day. The reason says what is known of it.
   */
  QUOTA(false, true, Charge.FREE),
  /** Certainly not carried out: busy by the vendor's own word, refused, or never sent. */
  UNAVAILABLE(true, true, Charge.FREE),
  /** Perhaps carried out: sent, and the outcome is lost. Never repeated; the caller decides. */
  INDETERMINATE(false, false, Charge.POSSIBLE),
  /** A reply that the provider module does not understand: the maintainer's to mend. */
  PROTOCOL(false, false, Charge.POSSIBLE);

  private final boolean retryable;
  private final boolean failover;
  private final Charge charge;

  FailureKind(boolean again, boolean elsewhere, Charge charge) {
    this.retryable = again;
    this.failover = elsewhere;
    this.charge = charge;
  }

  /** {@return whether the same provider may be asked the same question again} */
  public boolean retryable() {
    return retryable;
  }

  /** {@return whether the next provider of a route may be asked instead} */
  public boolean failover() {
    return failover;
  }

  /** {@return what an attempt that ended so may cost where the vendor's table does not say} */
  public Charge charge() {
    return charge;
  }
}
