package io.telproof.spi;

import io.telproof.Gap;
import io.telproof.Kind;
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
  record Is<V>(V value) implements Meaning<V> {
    /** Refuses null. */
    public Is {
      Objects.requireNonNull(value, "value");
    }
  }

  /** The vendor answered that there is no value. */
  record Lacks<V>(Gap gap) implements Meaning<V> {
    /** Refuses null. */
    public Lacks {
      Objects.requireNonNull(gap, "gap");
    }
  }

  /**
   * There is no answer.
   *
   * @param retryAfter how long the vendor's page says to wait before asking again
   * @param repeats how often the question may be repeated at the most, where that is less than the
   *     kind allows
   */
  record Fails<V>(Kind kind, Optional<Duration> retryAfter, OptionalInt repeats)
      implements Meaning<V> {
    /** Refuses null. */
    public Fails {
      Objects.requireNonNull(kind, "kind");
      Objects.requireNonNull(retryAfter, "retryAfter");
      Objects.requireNonNull(repeats, "repeats");
    }
  }

  /** Another field of the reply holds the answer. */
  record ReadOn<V>() implements Meaning<V> {}

  /** The code itself is the answer. */
  static <V> Meaning<V> is(V value) {
    return new Is<>(value);
  }

  /** The vendor answered that there is no value. */
  static <V> Meaning<V> lacks(Gap gap) {
    return new Lacks<>(gap);
  }

  /** There is no answer. */
  static <V> Meaning<V> fails(Kind kind) {
    return new Fails<>(kind, Optional.empty(), OptionalInt.empty());
  }

  /** There is no answer, and there will be none before this time has passed. */
  static <V> Meaning<V> failsFor(Kind kind, Duration wait) {
    return new Fails<>(kind, Optional.of(wait), OptionalInt.empty());
  }

  /** There is no answer, and the question may be repeated once and no more. */
  static <V> Meaning<V> failsRepeatedOnce(Kind kind) {
    return new Fails<>(kind, Optional.empty(), OptionalInt.of(1));
  }

  /** Another field of the reply holds the answer. */
  static <V> Meaning<V> readOn() {
    return new ReadOn<>();
  }
}
