package io.telproof.client;

import io.telproof.Answer;
import io.telproof.CallContext;
import io.telproof.Check;
import io.telproof.Failure;
import io.telproof.Gap;
import io.telproof.VerificationException;
import io.telproof.spi.Capability;
import io.telproof.spi.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Outermost: the correlation id stands in the logging context while the question is under way, and
 * whoever listens is told what came of it, whatever that is.
 */
final class Observed<Q, V> implements Check<Q, V> {
  private static final Logger LOG = LoggerFactory.getLogger(Telproof.class);

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
    Correlation correlation = new Correlation(context.correlationId());
    try {
      return told(query, context);
    } finally {
      correlation.end();
    }
  }

  private Answer<V> told(Q query, CallContext context) {
    Instant at = time.now();
    long started = time.nanos();
    Answer<V> answer;
    try {
      answer = next.check(query, context);
    } catch (VerificationException e) {
      tell(() -> failed(query, context, at, e.failure(), since(started)));
      throw e;
    } catch (Throwable e) {
      tell(() -> audit.broken(capability, query, context, at, since(started)));
      throw e;
    }
    tell(() -> answered(query, context, at, answer, since(started)));
    return answer;
  }

  /** The clock is the application's, and the record of an audit is made of what it asked. */
  private static void tell(Runnable outcome) {
    Aside.run("what tells of a question", outcome, LOG);
  }

  private void answered(
      Q query, CallContext context, Instant at, Answer<V> answer, Duration elapsed) {
    listener.answered(capability, context, gap(answer), answer.receipt(), elapsed);
    audit.answered(capability, query, context, at, answer, elapsed);
  }

  private void failed(Q query, CallContext context, Instant at, Failure failure, Duration elapsed) {
    listener.failed(capability, context, failure, elapsed);
    audit.failed(capability, query, context, at, failure, elapsed);
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
