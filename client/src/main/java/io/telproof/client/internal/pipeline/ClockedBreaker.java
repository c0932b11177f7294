package io.telproof.client.internal.pipeline;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.lang.reflect.InvocationTargetException;
import java.time.Clock;

/**
 * A circuit breaker that waits by a clock which is given. Resilience4j takes it with the
 * configuration from 2.3 on. Spring Cloud pins older ones, which take it beside the configuration.
 */
final class ClockedBreaker {
  private static final String BEFORE_2_3 =
      "io.github.resilience4j.circuitbreaker.internal.CircuitBreakerStateMachine";

  private ClockedBreaker() {}

  static CircuitBreaker of(String name, CircuitBreakerConfig.Builder settings, Clock clock) {
    try {
      return CircuitBreaker.of(name, settings.clock(clock).build());
    } catch (NoSuchMethodError e) {
      return before23(name, settings.build(), clock, e);
    }
  }

  private static CircuitBreaker before23(
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
}
