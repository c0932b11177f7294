package io.telproof.client.internal.pipeline;

import io.telproof.Answer;
import io.telproof.Failure;
import io.telproof.FailureKind;
import io.telproof.VerificationException;
import io.telproof.spi.CheckType;
import java.util.function.BooleanSupplier;

/** Lets no question in once the client is closed: it fails at once, and no provider is asked. */
final class AdmissionStage<Q, V> implements Stage<Q, V> {
  private final Stage<Q, V> next;
  private final CheckType check;
  private final BooleanSupplier closed;

  AdmissionStage(Stage<Q, V> next, CheckType check, BooleanSupplier closed) {
    this.next = next;
    this.check = check;
    this.closed = closed;
  }

  @Override
  public Answer<V> ask(Q query, Call call) {
    if (closed.getAsBoolean()) {
      throw new VerificationException(
          Failure.of(
                  FailureKind.UNAVAILABLE,
                  "telproof",
                  check.key(),
                  "the client is closed; nothing was sent; open another one")
              .withSkipped(true));
    }
    return next.ask(query, call);
  }
}
