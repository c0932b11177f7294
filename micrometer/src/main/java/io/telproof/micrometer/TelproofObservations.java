package io.telproof.micrometer;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.telproof.Answer;
import io.telproof.CallContext;
import io.telproof.Check;
import io.telproof.Gap;
import io.telproof.VerificationException;
import io.telproof.client.Interceptor;
import io.telproof.spi.CheckType;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One observation for each question, named {@code telproof.check} and, as a span, {@code telproof
 * tenure} and the like. Add it with {@code Telproof.builder(config).interceptor(new
 * TelproofObservations(registry))}, before the interceptors that are to run inside it. Its scope is
 * open while the question is put, so that spans and logs of what happens inside belong to it.
 * Thread-safe.
 *
 * <p>Low-cardinality key values are {@code check}, {@code provider}, {@code outcome} and {@code
 * charge}, in the words of {@link TelproofMeters}; high-cardinality ones are {@code correlation.id}
 * and, where the vendor gave one, {@code request.id}. The outcome of what is neither an answer nor
 * a {@link VerificationException} is {@code broken}. Nothing of the question is observed.
 */
public final class TelproofObservations implements Interceptor {
  private static final Logger LOG = LoggerFactory.getLogger(TelproofObservations.class);
  private static final String NONE = "none";

  private final ObservationRegistry registry;

  /**
   * Observations in this registry.
   *
   * @param registry where it is recorded
   */
  public TelproofObservations(ObservationRegistry registry) {
    this.registry = registry;
  }

  @Override
  public <Q, V> Answer<V> intercept(
      CheckType check, Q query, CallContext context, Check<Q, V> next) {
    Observation observation =
        otherwise(Observation.NOOP, () -> started(check, context.correlationId()));
    Observation.Scope scope = otherwise(Observation.Scope.NOOP, observation::openScope);
    Answer<V> answer;
    try {
      answer = next.check(query, context);
    } catch (VerificationException e) {
      end(observation, scope, () -> failed(observation, e));
      throw e;
    } catch (RuntimeException | Error e) {
      end(observation, scope, () -> broken(observation, e));
      throw e;
    }
    end(observation, scope, () -> answered(observation, answer));
    return answer;
  }

  private Observation started(CheckType check, String correlationId) {
    return Observation.createNotStarted("telproof.check", registry)
        .contextualName("telproof " + check.key())
        .lowCardinalityKeyValue("check", check.key())
        .highCardinalityKeyValue("correlation.id", correlationId)
        .start();
  }

  private static void answered(Observation observation, Answer<?> answer) {
    Optional<Gap> gap =
        answer instanceof Answer.Unknown<?> unknown ? Optional.of(unknown.gap()) : Optional.empty();
    told(
        observation,
        answer.receipt().provider(),
        TagValues.outcome(gap),
        TagValues.of(answer.receipt().charge()),
        answer.receipt().requestId());
  }

  private static void failed(Observation observation, VerificationException e) {
    told(
        observation, e.provider(), TagValues.of(e.kind()), TagValues.of(e.charge()), e.requestId());
    observation.error(e);
  }

  /** What broke may quote the question in its message; where it broke cannot. */
  private static void broken(Observation observation, Throwable e) {
    told(observation, NONE, "broken", NONE, Optional.empty());
    IllegalStateException safe = new IllegalStateException(e.getClass().getName());
    safe.setStackTrace(e.getStackTrace());
    observation.error(safe);
  }

  private static void told(
      Observation observation,
      String provider,
      String outcome,
      String charge,
      Optional<String> requestId) {
    observation
        .lowCardinalityKeyValue("provider", provider)
        .lowCardinalityKeyValue("outcome", outcome)
        .lowCardinalityKeyValue("charge", charge);
    requestId.ifPresent(id -> observation.highCardinalityKeyValue("request.id", id));
  }

  private static void end(Observation observation, Observation.Scope scope, Runnable tell) {
    quietly(tell);
    quietly(scope::close);
    quietly(observation::stop);
  }

  private static <T> T otherwise(T nothing, Supplier<T> step) {
    AtomicReference<T> made = new AtomicReference<>(nothing);
    quietly(() -> made.set(step.get()));
    return Objects.requireNonNullElse(made.get(), nothing);
  }

  /**
   * A question is not lost to a handler that breaks, nor an answer that may have been paid for.
   * Only what says that the virtual machine is at its end is passed on.
   */
  private static void quietly(Runnable step) {
    try {
      step.run();
    } catch (Throwable e) {
      if (e instanceof VirtualMachineError end && !(e instanceof StackOverflowError)) {
        throw end;
      }
      try {
        LOG.warn("an observation handler broke: {}", e.getClass().getName());
      } catch (Throwable again) {
        // Nothing is called here: where the stack has overflowed, a call may overflow it once more.
        if (again instanceof VirtualMachineError end && !(again instanceof StackOverflowError)) {
          throw end;
        }
      }
    }
  }
}
