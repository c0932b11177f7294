package io.telproof.client.internal.pipeline;

import io.telproof.Answer;
import io.telproof.Check;
import io.telproof.Failure;
import io.telproof.FailureKind;
import io.telproof.VerificationException;
import io.telproof.client.Interceptor;
import io.telproof.spi.CheckType;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/** An application's interceptor, which can ask the rest of the chain once. */
final class InterceptorStage<Q, V> implements Stage<Q, V> {
  private final Stage<Q, V> next;
  private final Interceptor interceptor;
  private final CheckType check;

  InterceptorStage(Stage<Q, V> next, Interceptor interceptor, CheckType check) {
    this.next = next;
    this.interceptor = interceptor;
    this.check = check;
  }

  @Override
  public Answer<V> ask(Q query, Call call) {
    Duration left = call.left();
    if (left.isZero()) {
      throw usedUp();
    }
    return interceptor.intercept(check, query, call.context(left), once(call));
  }

  private Check<Q, V> once(Call call) {
    AtomicBoolean asked = new AtomicBoolean();
    return (query, context) -> {
      if (!asked.compareAndSet(false, true)) {
        throw new IllegalStateException(
            "an interceptor asks the rest of the chain once: a question costs money");
      }
      Call rest = call.with(context);
      if (rest.isOver()) {
        throw usedUp();
      }
      return next.ask(query, rest);
    };
  }

  private VerificationException usedUp() {
    return new VerificationException(
        Failure.of(
                FailureKind.UNAVAILABLE,
                "telproof",
                check.key(),
                "an interceptor used up the time given; nothing was sent")
            .withSkipped(true));
  }
}
