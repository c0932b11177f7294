package io.telproof.spi.reply;

import io.telproof.FailureKind;
import io.telproof.Gap;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a vendor's code means. Immutable.
 *
 * @param <V> the value of a known answer
 */
public sealed interface Meaning<V> {
  /** The code itself is the answer. */
  record Value<V>(V value) implements Meaning<V> {
    /** Refuses null. */
    public Value {
      Objects.requireNonNull(value, "value");
    }
  }

  /** The vendor answered that there is no value. */
  record NoValue<V>(Gap gap) implements Meaning<V> {
    /** Refuses null. */
    public NoValue {
      Objects.requireNonNull(gap, "gap");
    }
  }

  /**
   * There is no answer.
   *
   * @param retryAfter how long the vendor's page says to wait before asking again
   * @param maxRetries how often the question may be repeated at the most, where that is less than
   *     the kind allows
   */
  record Failed<V>(FailureKind kind, Optional<Duration> retryAfter, OptionalInt maxRetries)
      implements Meaning<V> {
    /** Refuses null. */
    public Failed {
      Objects.requireNonNull(kind, "kind");
      Objects.requireNonNull(retryAfter, "retryAfter");
      Objects.requireNonNull(maxRetries, "maxRetries");
    }
  }

  /** Another field of the reply holds the answer. */
  record Continue<V>() implements Meaning<V> {}

  /** The code itself is the answer. */
  static <V> Meaning<V> value(V value) {
    return new Value<>(value);
  }

  /** The vendor answered that there is no value. */
  static <V> Meaning<V> noValue(Gap gap) {
    return new NoValue<>(gap);
  }

  /** There is no answer. */
  static <V> Meaning<V> failed(FailureKind kind) {
    return new Failed<>(kind, Optional.empty(), OptionalInt.empty());
  }

  /** There is no answer, and there will be none before this time has passed. */
  static <V> Meaning<V> failedFor(FailureKind kind, Duration wait) {
    return new Failed<>(kind, Optional.of(wait), OptionalInt.empty());
  }

  /** There is no answer, and the question may be repeated once and no more. */
  static <V> Meaning<V> failedWithOneRetry(FailureKind kind) {
    return new Failed<>(kind, Optional.empty(), OptionalInt.of(1));
  }

  /** Another field of the reply holds the answer. */
  static <V> Meaning<V> continueReading() {
    return new Continue<>();
  }
}
