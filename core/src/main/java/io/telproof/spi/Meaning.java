package io.telproof.spi;

import io.telproof.Gap;
import io.telproof.Kind;
import java.util.Objects;

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

  /** There is no answer. */
  record Fails<V>(Kind kind) implements Meaning<V> {
    /** Refuses null. */
    public Fails {
      Objects.requireNonNull(kind, "kind");
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
    return new Fails<>(kind);
  }

  /** Another field of the reply holds the answer. */
  static <V> Meaning<V> readOn() {
    return new ReadOn<>();
  }
}
