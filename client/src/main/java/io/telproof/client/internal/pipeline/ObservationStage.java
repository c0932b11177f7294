package io.telproof.client.internal.pipeline;

import io.telproof.Answer;
import io.telproof.CallContext;
import io.telproof.Failure;
import io.telproof.Gap;
import io.telproof.VerificationException;
import io.telproof.client.ClientListener;
import io.telproof.client.Telproof;
import io.telproof.client.internal.event.AuditTrail;
import io.telproof.client.internal.event.Callbacks;
import io.telproof.client.internal.event.CorrelationScope;
import io.telproof.spi.CheckType;
import io.telproof.spi.time.Stopwatch;
import io.telproof.spi.time.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Outermost: the correlation id stands in the logging context while the question is under way, and
 * whoever listens is told what came of it, whatever that is.
 */
final class ObservationStage<Q, V> implements Stage<Q, V> {
  private static final Logger LOG = LoggerFactory.getLogger(Telproof.class);

  private final Stage<Q, V> next;
  private final CheckType check;
  private final ClientListener listener;
  private final AuditTrail audit;
  private final Time time;

  ObservationStage(
      Stage<Q, V> next, CheckType check, ClientListener listener, AuditTrail audit, Time time) {
    this.next = next;
    this.check = check;
    this.listener = listener;
    this.audit = audit;
    this.time = time;
  }

  @Override
  public Answer<V> ask(Q query, Call call) {
    CorrelationScope correlation = new CorrelationScope(call.context().correlationId());
    try {
      return told(query, call);
    } finally {
      correlation.end();
    }
  }

  private Answer<V> told(Q query, Call call) {
    CallContext context = call.context();
    Instant at = time.now();
    Stopwatch stopwatch = Stopwatch.start(time);
    Answer<V> answer;
    try {
      answer = next.ask(query, call);
    } catch (VerificationException e) {
      tell(() -> failed(query, context, at, e.failure(), stopwatch.elapsed()));
      throw e;
    } catch (Throwable e) {
      tell(() -> audit.broken(check, query, context, at, stopwatch.elapsed()));
      throw e;
    }
    tell(() -> answered(query, context, at, answer, stopwatch.elapsed()));
    return answer;
  }

  /** The clock is the application's, and the record of an audit is made of what it asked. */
  private static void tell(Runnable outcome) {
    Callbacks.run("what tells of a question", outcome, LOG);
  }

  private void answered(
      Q query, CallContext context, Instant at, Answer<V> answer, Duration elapsed) {
    listener.answered(check, context, gap(answer), answer.receipt(), elapsed);
    audit.answered(check, query, context, at, answer, elapsed);
  }

  private void failed(Q query, CallContext context, Instant at, Failure failure, Duration elapsed) {
    listener.failed(check, context, failure, elapsed);
    audit.failed(check, query, context, at, failure, elapsed);
  }

  private static Optional<Gap> gap(Answer<?> answer) {
    return answer instanceof Answer.Unknown<?> unknown
        ? Optional.of(unknown.gap())
        : Optional.empty();
  }
}
