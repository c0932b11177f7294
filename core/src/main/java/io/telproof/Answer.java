package io.telproof;

import java.util.Objects;

/**
 * What a vendor said about a number: a {@link Known} value, or {@link Unknown} with the reason why
 * there is none. Both are answers, both can cost money, and both carry the {@link Receipt}.
 * Immutable.
 *
 * @param <V> the value of a known answer
 */
public sealed interface Answer<V> {
  /** Who answered, under which code, and what it cost. */
  Receipt receipt();

  /** The same answer with another receipt. */
  Answer<V> withReceipt(Receipt receipt);

  /** The vendor knows. */
  record Known<V>(V value, Receipt receipt) implements Answer<V> {
    /** Refuses null. */
    public Known {
      Objects.requireNonNull(value, "value");
      Objects.requireNonNull(receipt, "receipt");
    }

    @Override
    public Known<V> withReceipt(Receipt other) {
      return new Known<>(value, other);
    }
  }

  /** The vendor does not know, or does not say. */
  record Unknown<V>(Gap gap, Receipt receipt) implements Answer<V> {
    /** Refuses null. */
    public Unknown {
      Objects.requireNonNull(gap, "gap");
      Objects.requireNonNull(receipt, "receipt");
    }

    @Override
    public Unknown<V> withReceipt(Receipt other) {
      return new Unknown<>(gap, other);
    }
  }
}
