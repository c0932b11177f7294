package io.telproof.spi;

/** Where the credentials for the next signature come from. Implementations are thread-safe. */
@FunctionalInterface
public interface CredentialsSource {
  /**
   * The credentials to sign with now. Called once for each request, after the wait for a turn; by
   * {@link CodeHandles} when a provider that has them is opened, and for each handle; and when a
   * provider is opened, to tell accounts apart: what it throws then is passed over. What it throws
   * for a request ends the call as UNAUTHORIZED, but a {@link io.telproof.VerificationException} as
   * it is. A code that was sent is never lost to it.
   */
  Credentials current();
}
