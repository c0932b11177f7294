package io.telproof.client.internal.pipeline;

import io.telproof.Answer;
import io.telproof.Failure;
import io.telproof.FailureKind;
import io.telproof.VerificationException;
import io.telproof.client.internal.credentials.RefreshingCredentials;
import io.telproof.spi.CheckType;
import io.telproof.spi.time.Deadline;
import io.telproof.spi.time.Time;

/**
 * Sees to it that there are credentials before a provider is asked whose credentials change while
 * the client is open. What the vendor refuses is made good by the gateway, which knows what it
 * signed with. Thread-safe.
 *
 * <p>UNAUTHORIZED wakes the operator, so that a caller with too little time is not told so: only
 * where new credentials could not be had, or have not come for as long as a source may take.
 */
final class CredentialsStage<Q, V> implements Stage<Q, V> {
  private final Stage<Q, V> next;
  private final RefreshingCredentials credentials;
  private final CheckType check;
  private final boolean last;
  private final Time time;

  /**
   * Waits for credentials before {@code next} is asked.
   *
   * @param last whether nobody else is asked afterwards; where somebody is, half of the time is
   *     left for them
   */
  CredentialsStage(
      Stage<Q, V> next,
      RefreshingCredentials credentials,
      CheckType check,
      boolean last,
      Time time) {
    this.next = next;
    this.credentials = credentials;
    this.check = check;
    this.last = last;
    this.time = time;
  }

  @Override
  public Answer<V> ask(Q query, Call call) {
    Deadline patience = last ? call.deadline() : Deadline.in(call.partOfLeft(2), time);
    boolean ready = credentials.ready(patience);
    if (ready && !call.isOver()) {
      return next.ask(query, call);
    }
    throw new VerificationException(without(ready, patience));
  }

  private Failure without(boolean ready, Deadline patience) {
    if (Thread.currentThread().isInterrupted()) {
      return failure(
          FailureKind.UNAVAILABLE, "interrupted while waiting for credentials; nothing was sent");
    }
    if (ready || (patience.left().isZero() && !credentials.isOverdue())) {
      return failure(
              FailureKind.UNAVAILABLE,
              "the time that there was for it was over before the credentials were there; nothing"
                  + " was sent; give it more time")
          .withShortOfTime(true);
    }
    return failure(
        FailureKind.UNAUTHORIZED,
        "the credentials have ended, and others could not be had; nothing was sent; look at where"
            + " they come from, and, where the vendor has not told its own time, at this machine's"
            + " clock");
  }

  private Failure failure(FailureKind kind, String reason) {
    return Failure.of(kind, credentials.provider(), check.key(), reason).withSkipped(true);
  }
}
