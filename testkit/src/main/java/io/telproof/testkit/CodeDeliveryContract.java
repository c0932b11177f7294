package io.telproof.testkit;

import io.telproof.spi.Capability;

/**
 * What every {@link io.telproof.CodeDelivery} promises. A provider that offers it has a test which
 * extends this and names its harness.
 */
@Family("CD")
public abstract class CodeDeliveryContract extends CheckContract {
  /** For contract tests. */
  protected CodeDeliveryContract() {
    super(Capability.CODE_DELIVERY);
  }
}
