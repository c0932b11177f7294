package io.telproof.flink;

import org.apache.flink.api.common.serialization.SerializerConfig;
import org.apache.flink.api.common.typeutils.TypeSerializer;

/** How Flink writes outcomes, of whichever check. */
final class OutcomeTypeInfo<V> extends LeafTypeInfo<Outcome<V>> {
  private static final long serialVersionUID = 1L;

  @Override
  @SuppressWarnings("unchecked") // There is one class for all values.
  public Class<Outcome<V>> getTypeClass() {
    return (Class<Outcome<V>>) (Class<?>) Outcome.class;
  }

  @Override
  public TypeSerializer<Outcome<V>> createSerializer(SerializerConfig config) {
    return new OutcomeSerializer<>();
  }

  @Override
  public String toString() {
    return "Outcome";
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof OutcomeTypeInfo;
  }

  @Override
  public int hashCode() {
    return OutcomeTypeInfo.class.hashCode();
  }

  @Override
  public boolean canEqual(Object other) {
    return other instanceof OutcomeTypeInfo;
  }
}
