package io.telproof.testkit;

import io.telproof.spi.CheckType;

/**
 * What every {@link io.telproof.PreValidatedNumber} promises. A provider that offers it has a test
 * which extends this and names its harness.
 */
@Clause.Prefix("PV")
public abstract class PreValidatedNumberContract extends CheckContract {
  /** For contract tests. */
  protected PreValidatedNumberContract() {
    super(CheckType.PRE_VALIDATED_NUMBER);
  }
}
