package io.telproof.testkit;

import io.telproof.spi.Capability;

/**
 * What every {@link io.telproof.PreValidatedNumber} promises. A provider that offers it has a test
 * which extends this and names its harness.
 */
@Family("PV")
public abstract class PreValidatedNumberContract extends CheckContract {
  /** For contract tests. */
  protected PreValidatedNumberContract() {
    super(Capability.PRE_VALIDATED_NUMBER);
  }
}
