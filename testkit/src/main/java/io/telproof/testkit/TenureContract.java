package io.telproof.testkit;

import io.telproof.spi.CheckType;

/**
 * What every {@link io.telproof.TenureCheck} promises. A provider that offers it has a test which
 * extends this and names its harness.
 */
@ClausePrefix("TE")
public abstract class TenureContract extends CheckContract {
  /** For contract tests. */
  protected TenureContract() {
    super(CheckType.TENURE);
  }
}
