package io.telproof.flink;

import java.lang.reflect.Type;
import java.util.Map;
import org.apache.flink.api.common.typeinfo.TypeInfoFactory;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/**
 * Tells Flink how outcomes are written, wherever their type stands.
 *
 * @param <V> the type of the value that is asked for
 */
public final class OutcomeTypeInfoFactory<V> extends TypeInfoFactory<Outcome<V>> {
  /** For Flink, which makes one itself. */
  public OutcomeTypeInfoFactory() {}

  @Override
  public TypeInformation<Outcome<V>> createTypeInfo(
      Type type, Map<String, TypeInformation<?>> genericParameters) {
    return new OutcomeTypeInfo<>();
  }
}
