package io.telproof.testkit;

import io.telproof.spi.CheckType;

/**
 * What every {@link io.telproof.CodeDelivery} promises. A provider that offers it has a test which
 * extends this and names its harness.
 */
@Clause.Prefix("CD")
public abstract class CodeDeliveryContract extends CheckContract {
  /** For contract tests. */
  protected CodeDeliveryContract() {
    super(CheckType.CODE_DELIVERY);
  }
}
