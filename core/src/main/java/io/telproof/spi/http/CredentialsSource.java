package io.telproof.spi.http;

import io.telproof.spi.time.Deadline;

/** Where the credentials for the next signature come from. Implementations are thread-safe. */
@FunctionalInterface
public interface CredentialsSource {
  /**
   * {@return the credentials to sign with now} Called once for each request, after the wait for a
   * permit; by {@link io.telproof.spi.CodeHandles} when a provider that has them is opened, and for
   * each handle; and when a provider is opened, to tell accounts apart: what it throws then is
   * passed over. What it throws for a request ends the call as UNAUTHORIZED, but a {@link
   * io.telproof.VerificationException} as it is. A code that was sent is never lost to it.
   */
  Credentials current();

  /**
   * Has credentials renewed that the vendor refused, where that can be done, and waits for it. An
   * interrupt ends the wait and stays set.
   *
   * @param refused those that the vendor did not take
   * @param deadline until when the caller waits
   * @return whether others are in use now
   */
  default boolean renewed(Credentials refused, Deadline deadline) {
    return false;
  }

  /**
   * Takes down that the vendor refused these, although others had been renewed for the question.
   *
   * @param credentials those that the vendor did not take
   */
  default void refused(Credentials credentials) {}
}
