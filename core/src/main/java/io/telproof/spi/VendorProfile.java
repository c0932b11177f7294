package io.telproof.spi;

import java.time.Instant;

/**
 * What was learnt of one vendor while it was asked: how far its clock is from this machine's.
 * Thread-safe.
 */
public final class VendorProfile {
  private final VendorClock clock;

  /** Of a vendor of which nothing is known yet. */
  public VendorProfile(Time time) {
    this.clock = new VendorClock(time);
  }

  VendorClock clock() {
    return clock;
  }

  /** The time by the vendor's clock; by this machine's, until a refusal told of a difference. */
  public Instant now() {
    return clock.now();
  }
}
