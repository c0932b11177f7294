package io.telproof.client;

import io.telproof.Answer;
import io.telproof.CallContext;
import io.telproof.Check;
import io.telproof.Failure;
import io.telproof.Kind;
import io.telproof.VerificationException;
import io.telproof.spi.Capability;
import java.util.function.BooleanSupplier;

/** Lets nothing in once the client is closed: nobody waits, is asked, or is found ill. */
final class Entrance<Q, V> implements Check<Q, V> {
  private final Check<Q, V> next;
  private final Capability capability;
  private final BooleanSupplier closed;

  Entrance(Check<Q, V> next, Capability capability, BooleanSupplier closed) {
    this.next = next;
    this.capability = capability;
    this.closed = closed;
  }

  @Override
  public Answer<V> check(Q query, CallContext context) {
    if (closed.getAsBoolean()) {
      throw new VerificationException(
          Failure.of(
              Kind.UNAVAILABLE,
              "telproof",
              capability.key(),
              "the client is closed; nothing was sent; open another one"));
    }
    return next.check(query, context);
  }
}
