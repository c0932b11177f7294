package io.telproof.testkit;

import io.telproof.spi.Capability;

/**
 * What every {@link io.telproof.TenureCheck} promises. A provider that offers it has a test which
 * extends this and names its harness.
 */
@Family("TE")
public abstract class TenureContract extends CheckContract {
  /** For contract tests. */
  protected TenureContract() {
    super(Capability.TENURE);
  }
}
