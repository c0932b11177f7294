package io.telproof.client;

import io.telproof.Answer;
import io.telproof.CallContext;
import io.telproof.Check;
import io.telproof.Gap;
import io.telproof.VerificationException;
import io.telproof.spi.Capability;
import io.telproof.spi.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;

/**
 * Outermost: the correlation id stands in the logging context while the question is under way, and
 * whoever listens is told what came of it, whatever that is.
 */
final class Observed<Q, V> implements Check<Q, V> {
  private final Check<Q, V> next;
  private final Capability capability;
  private final ClientListener listener;
  private final Audit audit;
  private final Time time;

  Observed(
      Check<Q, V> next, Capability capability, ClientListener listener, Audit audit, Time time) {
    this.next = next;
    this.capability = capability;
    this.listener = listener;
    this.audit = audit;
    this.time = time;
  }

  @Override
  public Answer<V> check(Q query, CallContext context) {
    @Nullable String before = MDC.get(Telproof.CORRELATION_ID);
    MDC.put(Telproof.CORRELATION_ID, context.correlationId());
    try {
      return told(query, context);
    } finally {
      if (before == null) {
        MDC.remove(Telproof.CORRELATION_ID);
      } else {
        MDC.put(Telproof.CORRELATION_ID, before);
      }
    }
  }

  private Answer<V> told(Q query, CallContext context) {
    Instant at = time.now();
    long started = time.nanos();
    boolean over = false;
    try {
      Answer<V> answer = next.check(query, context);
      over = true;
      Duration elapsed = since(started);
      listener.answered(capability, context, gap(answer), answer.receipt(), elapsed);
      audit.answered(capability, query, context, at, answer, elapsed);
      return answer;
    } catch (VerificationException e) {
      over = true;
      Duration elapsed = since(started);
      listener.failed(capability, context, e.failure(), elapsed);
      audit.failed(capability, query, context, at, e.failure(), elapsed);
      throw e;
    } finally {
      if (!over) {
        audit.broken(capability, query, context, at, since(started));
      }
    }
  }

  private static Optional<Gap> gap(Answer<?> answer) {
    return answer instanceof Answer.Unknown<?> unknown
        ? Optional.of(unknown.gap())
        : Optional.empty();
  }

  private Duration since(long started) {
    return Duration.ofNanos(time.nanos() - started);
  }
}
