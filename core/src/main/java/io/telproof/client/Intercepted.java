package io.telproof.client;

import io.telproof.Answer;
import io.telproof.CallContext;
import io.telproof.Check;
import io.telproof.Failure;
import io.telproof.Kind;
import io.telproof.VerificationException;
import io.telproof.spi.Capability;
import io.telproof.spi.Deadline;
import io.telproof.spi.Time;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/** An application's interceptor, which can ask the rest of the chain once. */
final class Intercepted<Q, V> implements Check<Q, V> {
  private final Check<Q, V> next;
  private final Interceptor interceptor;
  private final Capability capability;
  private final Time time;

  Intercepted(Check<Q, V> next, Interceptor interceptor, Capability capability, Time time) {
    this.next = next;
    this.interceptor = interceptor;
    this.capability = capability;
    this.time = time;
  }

  @Override
  public Answer<V> check(Q query, CallContext context) {
    return interceptor.intercept(
        capability, query, context, once(Deadline.in(context.within(), time)));
  }

  private Check<Q, V> once(Deadline deadline) {
    AtomicBoolean asked = new AtomicBoolean();
    return (query, context) -> {
      if (!asked.compareAndSet(false, true)) {
        throw new IllegalStateException(
            "an interceptor asks the rest of the chain once: a question costs money");
      }
      Duration left = deadline.left();
      if (left.isZero()) {
        throw new VerificationException(
            Failure.of(
                Kind.UNAVAILABLE,
                "telproof",
                capability.key(),
                "an interceptor used up the time given; nothing was sent"));
      }
      return next.check(query, context.withTimeLeft(shorter(context.within(), left)));
    };
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
