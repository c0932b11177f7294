package io.telproof.testkit;

/**
 * What every {@link io.telproof.CodeVerification} promises. A provider that offers it has a test
 * which extends this and names its harness.
 */
@Clause.Prefix("CV")
public abstract class CodeVerificationContract extends HandleContract {
  /** For contract tests. */
  protected CodeVerificationContract() {}
}
