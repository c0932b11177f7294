package io.telproof.testkit;

import io.telproof.spi.CheckType;

/**
 * What every {@link io.telproof.IdentityMatch} promises. A provider that offers it has a test which
 * extends this and names its harness.
 */
@Clause.Prefix("IM")
public abstract class IdentityMatchContract extends CheckContract {
  /** For contract tests. */
  protected IdentityMatchContract() {
    super(CheckType.IDENTITY_MATCH);
  }
}
