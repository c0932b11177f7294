package io.telproof.client.internal.pipeline;

import io.telproof.Answer;
import io.telproof.Failure;
import io.telproof.FailureKind;
import io.telproof.VerificationException;
import io.telproof.client.internal.credentials.RefreshingCredentials;
import io.telproof.spi.CheckType;

/**
 * Sees to it that there are credentials before a provider is asked whose credentials change while
 * the client is open. What the vendor refuses is made good by the gateway, which knows what it
 * signed with. Thread-safe.
 */
final class CredentialsStage<Q, V> implements Stage<Q, V> {
  private final Stage<Q, V> next;
  private final RefreshingCredentials credentials;
  private final CheckType check;

  CredentialsStage(Stage<Q, V> next, RefreshingCredentials credentials, CheckType check) {
    this.next = next;
    this.credentials = credentials;
    this.check = check;
  }

  @Override
  public Answer<V> ask(Q query, Call call) {
    if (!credentials.ready(call.deadline()) || call.isOver()) {
      throw without();
    }
    return next.ask(query, call);
  }

  private VerificationException without() {
    return new VerificationException(
        Thread.currentThread().isInterrupted()
            ? Failure.of(
                FailureKind.UNAVAILABLE,
                credentials.provider(),
                check.key(),
                "interrupted while waiting for credentials; nothing was sent")
            : Failure.of(
                FailureKind.UNAUTHORIZED,
                credentials.provider(),
                check.key(),
                "credentials that have not ended could not be had in the time given; nothing was"
                    + " sent; look at where they come from, and, where the vendor has not told its"
                    + " own time, at this machine's clock"));
  }
}
