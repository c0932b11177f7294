package io.telproof.testkit;

import io.telproof.spi.Capability;

/**
 * What every {@link io.telproof.PhoneStatusCheck} promises. A provider that offers it has a test
 * which extends this and names its harness.
 */
@Family("PS")
public abstract class PhoneStatusContract extends CheckContract {
  /** For contract tests. */
  protected PhoneStatusContract() {
    super(Capability.PHONE_STATUS);
  }
}
