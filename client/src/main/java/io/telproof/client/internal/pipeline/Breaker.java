package io.telproof.client.internal.pipeline;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.telproof.Failure;
import io.telproof.FailureKind;
import io.telproof.VerificationException;
import io.telproof.client.BreakerState;
import io.telproof.client.BreakerStatus;
import io.telproof.client.ClientListener;
import io.telproof.client.internal.config.BreakerSettings;
import io.telproof.spi.CheckType;
import io.telproof.spi.time.Time;
import java.lang.reflect.InvocationTargetException;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The circuit breaker of one provider for one check. Thread-safe. */
final class Breaker {
  private static final String BEFORE_2_3 =
      "io.github.resilience4j.circuitbreaker.internal.CircuitBreakerStateMachine";

  // Trials that are under way end when their vendor replies: nobody knows when that is.
  private static final Duration TRIAL = Duration.ofSeconds(1);
  private static final Duration LEAST_WAIT = Duration.ofNanos(1);

  private final CheckType check;
  private final String provider;
  private final Duration openFor;
  private final Time time;
  private final ClientListener listener;
  private final CircuitBreaker breaker;

  /** What was seen of it last; guarded by this, and looked at without it. */
  private volatile State seen = State.CLOSED;

  private volatile long openedAt;

  Breaker(
      CheckType check,
      String provider,
      BreakerSettings settings,
      Time time,
      ClientListener listener) {
    this.check = check;
    this.provider = provider;
    // The library counts whole milliseconds.
    this.openFor = Duration.ofMillis(settings.openFor().toMillis());
    this.time = time;
    this.listener = listener;
    this.breaker =
        clocked(
            provider + "/" + check.key(),
            // Each by its own setter: the one for all three is not the same in every version.
            CircuitBreakerConfig.custom()
                .slidingWindowType(CircuitBreakerConfig.SlidingWindowType.COUNT_BASED)
                .slidingWindowSize(settings.window())
                .minimumNumberOfCalls(settings.leastCalls())
                .failureRateThreshold((float) (settings.failureRate().fraction() * 100))
                .waitDurationInOpenState(openFor)
                .permittedNumberOfCallsInHalfOpenState(settings.trialCalls())
                .currentTimestampFunction(clock -> time.nanos(), TimeUnit.NANOSECONDS),
            new MonotonicClock(time));
  }

  /**
   * Resilience4j takes a clock with the settings from 2.3 on. Spring Cloud pins older ones, which
   * take it beside them.
   */
  private static CircuitBreaker clocked(
      String name, CircuitBreakerConfig.Builder settings, Clock clock) {
    try {
      return CircuitBreaker.of(name, settings.clock(clock).build());
    } catch (NoSuchMethodError e) {
      return clockedBefore23(name, settings.build(), clock, e);
    }
  }

  private static CircuitBreaker clockedBefore23(
      String name, CircuitBreakerConfig settings, Clock clock, NoSuchMethodError otherwise) {
    try {
      return Class.forName(BEFORE_2_3)
          .asSubclass(CircuitBreaker.class)
          .getConstructor(String.class, CircuitBreakerConfig.class, Clock.class)
          .newInstance(name, settings, clock);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(e.getCause());
    } catch (ReflectiveOperationException e) {
      otherwise.addSuppressed(e);
      throw otherwise;
    }
  }

  /** What the next question would meet: the library opens halfway only where one is asked. */
  BreakerStatus status() {
    BreakerState state = state(breaker.getState());
    return new BreakerStatus(
        check,
        provider,
        state == BreakerState.OPEN && remaining().isZero() ? BreakerState.HALF_OPEN : state);
  }

  /** How long it will stay open, where it is; zero where it lets a question through. */
  Duration remaining() {
    Duration left = openFor.minusNanos(time.nanos() - openedAt);
    if (left.isNegative()) {
      return Duration.ZERO;
    }
    // The library lets the first one through when its time is over, and not at that moment.
    return left.isZero() ? LEAST_WAIT : left;
  }

  /**
   * Lets a question through.
   *
   * @throws VerificationException UNAVAILABLE, with the time to come back, where the breaker is
   *     open or as many trials are under way as there may be
   */
  void admit() {
    boolean admitted = breaker.tryAcquirePermission();
    look();
    if (admitted) {
      return;
    }
    Duration left = remaining();
    throw new VerificationException(
        left.isZero()
            ? refused("half open: it is being tried after too many failures", TRIAL)
            : refused("open after too many failures", left));
  }

  private Failure refused(String state, Duration wait) {
    return Failure.of(
            FailureKind.UNAVAILABLE,
            provider,
            check.key(),
            "the breaker is " + state + "; nothing was sent")
        .withSkipped(true)
        .withRetryAfter(wait);
  }

  /** The provider answered, or refused what was asked: it is well. */
  void well() {
    breaker.onSuccess(0, TimeUnit.NANOSECONDS);
    look();
  }

  /** Nothing was learnt of the provider. */
  void unclear() {
    breaker.releasePermission();
  }

  /** Takes down what a failure says of the provider, which may be nothing. */
  void failed(VerificationException e) {
    if (Thread.currentThread().isInterrupted()
        || e.failure().shortOfTime()
        || e.failure().skipped()) {
      // The caller gave up, or gave too little time, or the provider was not asked at all.
      unclear();
      return;
    }
    switch (e.kind()) {
      case UNAVAILABLE, INDETERMINATE, PROTOCOL -> {
        breaker.onError(0, TimeUnit.NANOSECONDS, new Ill());
        look();
      }
      case INVALID_REQUEST -> well();
      // The vendor is well; it is the operator who has to act, or the caller who asks too much.
      case UNAUTHORIZED, ACCOUNT, THROTTLED, QUOTA -> unclear();
    }
  }

  /**
   * Looks whether the breaker has changed, after whatever can change it, and tells of it. The
   * library would tell by itself, and make an event with the date of each question for it.
   */
  private void look() {
    if (breaker.getState() != seen) {
      // Not with the monitor held: a listener may do anything.
      change().ifPresent(to -> listener.breaker(check, provider, to));
    }
  }

  /** What it has changed to; empty where somebody else tells of that. */
  private synchronized Optional<BreakerState> change() {
    State now = breaker.getState();
    if (now == seen) {
      return Optional.empty();
    }
    seen = now;
    if (now == State.OPEN) {
      openedAt = time.nanos();
    }
    return Optional.of(state(now));
  }

  private static BreakerState state(State state) {
    return switch (state) {
      case CLOSED, DISABLED, METRICS_ONLY -> BreakerState.CLOSED;
      case HALF_OPEN -> BreakerState.HALF_OPEN;
      case OPEN, FORCED_OPEN -> BreakerState.OPEN;
    };
  }

  /** In the place of what was thrown, which the library would log with its stack. */
  private static final class Ill extends Exception {
    private static final long serialVersionUID = 1L;

    private Ill() {
      super("failed", null, false, false);
    }
  }
}
