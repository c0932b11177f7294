package io.telproof.testkit;

import io.telproof.spi.Capability;

/**
 * What every {@link io.telproof.CodeVerification} promises. A provider that offers it has a test
 * which extends this and names its harness.
 */
@Family("CV")
public abstract class CodeVerificationContract extends CheckContract {
  /** For contract tests. */
  protected CodeVerificationContract() {
    super(Capability.CODE_VERIFICATION);
  }
}
