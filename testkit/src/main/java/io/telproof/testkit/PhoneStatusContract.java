package io.telproof.testkit;

import io.telproof.spi.CheckType;

/**
 * What every {@link io.telproof.PhoneStatusCheck} promises. A provider that offers it has a test
 * which extends this and names its harness.
 */
@Clause.Prefix("PS")
public abstract class PhoneStatusContract extends CheckContract {
  /** For contract tests. */
  protected PhoneStatusContract() {
    super(CheckType.PHONE_STATUS);
  }
}
