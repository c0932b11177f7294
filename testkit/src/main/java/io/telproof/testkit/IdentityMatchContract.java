package io.telproof.testkit;

import io.telproof.spi.Capability;

/**
 * What every {@link io.telproof.IdentityMatch} promises. A provider that offers it has a test which
 * extends this and names its harness.
 */
@Family("IM")
public abstract class IdentityMatchContract extends CheckContract {
  /** For contract tests. */
  protected IdentityMatchContract() {
    super(Capability.IDENTITY_MATCH);
  }
}
