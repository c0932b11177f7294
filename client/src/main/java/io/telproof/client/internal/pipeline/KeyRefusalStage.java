package io.telproof.client.internal.pipeline;

import io.telproof.Answer;
import io.telproof.Failure;
import io.telproof.FailureKind;
import io.telproof.VerificationException;
import io.telproof.spi.CheckType;

/** Refuses a question under a key where no ledger could keep what comes of it. */
final class KeyRefusalStage<Q, V> implements Stage<Q, V> {
  private final Stage<Q, V> next;
  private final CheckType check;

  KeyRefusalStage(Stage<Q, V> next, CheckType check) {
    this.next = next;
    this.check = check;
  }

  @Override
  public Answer<V> ask(Q query, Call call) {
    if (call.context().key().isPresent()) {
      throw new VerificationException(
          Failure.of(
                  FailureKind.INVALID_REQUEST,
                  "telproof",
                  check.key(),
                  "the call has a key, and there is no ledger to keep what was asked under it;"
                      + " nothing was sent; configure telproof.ledger, or leave the key out")
              .withSkipped(true));
    }
    return next.ask(query, call);
  }
}
