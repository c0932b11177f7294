package io.telproof.spi.http;

import io.telproof.spi.http.internal.VendorClock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one attempt is signed with. It knows afterwards what that was: while a request waits for its
 * permit, other credentials can come. For one attempt; any thread of it may ask.
 */
final class SigningAttempt {
  private final CredentialsSource source;
  private final VendorClock clock;
  private volatile @Nullable Credentials used;
  private volatile @Nullable Instant signedFor;

  SigningAttempt(CredentialsSource source, VendorClock clock) {
    this.source = source;
    this.clock = clock;
  }

  /** The credentials to sign with: those that are in use at this moment. */
  Credentials credentials() {
    Credentials now = source.current();
    used = now;
    return now;
  }

  /** The time to sign for, by the vendor's clock. */
  Instant at() {
    Instant now = clock.now();
    signedFor = now;
    return now;
  }

  /** What was signed with last; empty where none could be had, so that nothing was refused. */
  Optional<Credentials> used() {
    return Optional.ofNullable(used);
  }

  /** What was signed for last; the present, where nothing was signed. */
  Instant signedFor() {
    Instant last = signedFor;
    return last == null ? clock.now() : last;
  }

  /** Nothing of the credentials. */
  @Override
  public String toString() {
    return "SigningAttempt[***]";
  }
}
