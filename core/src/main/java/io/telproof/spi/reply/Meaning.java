package io.telproof.spi.reply;

import io.telproof.FailureKind;
import io.telproof.Gap;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a vendor's code means. Immutable.
 *
 * @param <V> the value of a known answer
 */
public sealed interface Meaning<V> {
  /**
   * The code itself is the answer.
   *
   * @param <V> the type of the value that is asked for
   * @param value the value that the code stands for
   */
  record Value<V>(V value) implements Meaning<V> {
    /**
     * Refuses null.
     *
     * @param value the value that the code stands for
     */
    public Value {
      Objects.requireNonNull(value, "value");
    }
  }

  /**
   * The vendor answered that there is no value.
   *
   * @param <V> the type of the value that is asked for
   * @param gap why there is no value
   */
  record NoValue<V>(Gap gap) implements Meaning<V> {
    /**
     * Refuses null.
     *
     * @param gap why there is no value
     */
    public NoValue {
      Objects.requireNonNull(gap, "gap");
    }
  }

  /**
   * There is no answer.
   *
   * @param <V> the type of the value that is asked for
   * @param kind what kind of failure it is
   * @param retryAfter how long the vendor's page says to wait before asking again
   * @param maxRetries how often the question may be repeated at the most, where that is less than
   *     the kind allows
   * @param refusal for how long the vendor is not asked again about this number
   */
  record Failed<V>(
      FailureKind kind,
      Optional<Duration> retryAfter,
      OptionalInt maxRetries,
      Optional<RefusalPeriod> refusal)
      implements Meaning<V> {
    /**
     * Refuses null.
     *
     * @param retryAfter how long the vendor's page says to wait before asking again
     * @param maxRetries how often the question may be repeated at the most, where that is less than
     *     the kind allows
     * @param refusal for how long the vendor is not asked again about this number
     * @param kind what kind of failure it is
     */
    public Failed {
      Objects.requireNonNull(kind, "kind");
      Objects.requireNonNull(retryAfter, "retryAfter");
      Objects.requireNonNull(maxRetries, "maxRetries");
      Objects.requireNonNull(refusal, "refusal");
    }
  }

  /**
   * Another field of the reply holds the answer.
   *
   * @param <V> the type of the value that is asked for
   */
  record Continue<V>() implements Meaning<V> {}

  /**
   * {@return the code itself is the answer}
   *
   * @param <V> the type of the value that is asked for
   * @param value the value that the code stands for
   */
  static <V> Meaning<V> value(V value) {
    return new Value<>(value);
  }

  /**
   * {@return the vendor answered that there is no value}
   *
   * @param <V> the type of the value that is asked for
   * @param gap why there is no value
   */
  static <V> Meaning<V> noValue(Gap gap) {
    return new NoValue<>(gap);
  }

  /**
   * There is no answer.
   *
   * @param <V> the type of the value that is asked for
   * @param kind what kind of failure it is
   * @return the meaning
   */
  static <V> Meaning<V> failed(FailureKind kind) {
    return new Failed<>(kind, Optional.empty(), OptionalInt.empty(), Optional.empty());
  }

  /**
   * There is no answer, and there will be none before this time has passed.
   *
   * @param <V> the type of the value that is asked for
   * @param kind what kind of failure it is
   * @param wait how long the vendor refuses
   * @return the meaning
   */
  static <V> Meaning<V> failedFor(FailureKind kind, Duration wait) {
    return new Failed<>(kind, Optional.of(wait), OptionalInt.empty(), Optional.empty());
  }

  /**
   * There is no answer, and the question may be repeated once and no more.
   *
   * @param <V> the type of the value that is asked for
   * @param kind what kind of failure it is
   * @return the meaning
   */
  static <V> Meaning<V> failedWithOneRetry(FailureKind kind) {
    return new Failed<>(kind, Optional.empty(), OptionalInt.of(1), Optional.empty());
  }

  /**
   * There is no answer, and the vendor gives none about this number before its next day. What else
   * the question told of a person counts with the number: another name is another question.
   *
   * @param <V> the type of the value that is asked for
   * @param kind what kind of failure it is
   * @param zone where the vendor's day begins
   * @return the meaning
   */
  static <V> Meaning<V> failedUntilNextDay(FailureKind kind, ZoneId zone) {
    return refused(kind, RefusalPeriod.restOfDay(zone));
  }

  /**
   * There is no answer, and the vendor gives none about this number for a time that it does not
   * tell, though it does about others. What else the question told of a person counts with the
   * number.
   *
   * @param <V> the type of the value that is asked for
   * @param kind what kind of failure it is
   * @param pause for how long it is not asked again; more than zero, and no longer than the
   *     shortest time that can be meant
   * @return the meaning
   */
  static <V> Meaning<V> failedWithPause(FailureKind kind, Duration pause) {
    return refused(kind, RefusalPeriod.pause(pause));
  }

  private static <V> Meaning<V> refused(FailureKind kind, RefusalPeriod period) {
    return new Failed<>(kind, Optional.empty(), OptionalInt.empty(), Optional.of(period));
  }

  /**
   * Another field of the reply holds the answer.
   *
   * @param <V> the type of the value that is asked for
   * @return the meaning
   */
  static <V> Meaning<V> continueReading() {
    return new Continue<>();
  }
}
