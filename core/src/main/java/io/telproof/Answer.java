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
  /** {@return who answered, under which code, and what it cost} */
  Receipt receipt();

  /**
   * {@return the same answer with another receipt}
   *
   * @param receipt the receipt in the place of its own
   */
  Answer<V> withReceipt(Receipt receipt);

  /**
   * The vendor knows.
   *
   * @param <V> the type of the value that is asked for
   * @param value the value
   * @param receipt who answered, and what it cost
   */
  record Known<V>(V value, Receipt receipt) implements Answer<V> {
    /**
     * Refuses null.
     *
     * @param value the value
     * @param receipt who answered, and what it cost
     */
    public Known {
      Objects.requireNonNull(value, "value");
      Objects.requireNonNull(receipt, "receipt");
    }

    @Override
    public Known<V> withReceipt(Receipt other) {
      return new Known<>(value, other);
    }
  }

  /**
   * The vendor does not know, or does not say.
   *
   * @param <V> the type of the value that is asked for
   * @param gap why there is no value
   * @param receipt who answered, and what it cost
   */
  record Unknown<V>(Gap gap, Receipt receipt) implements Answer<V> {
    /**
     * Refuses null.
     *
     * @param gap why there is no value
     * @param receipt who answered, and what it cost
     */
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
