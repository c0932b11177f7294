package io.telproof.flink;

import java.lang.reflect.Type;
import java.util.Map;
import org.apache.flink.api.common.functions.InvalidTypesException;
import org.apache.flink.api.common.typeinfo.TypeInfoFactory;
import org.apache.flink.api.common.typeinfo.TypeInformation;

/** Refuses to write questions as Flink would by itself: in clear. */
public final class UnsealedQuestionFactory extends TypeInfoFactory<Question> {
  /** For Flink, which makes one itself. */
  public UnsealedQuestionFactory() {}

  /**
   * Refuses.
   *
   * @throws InvalidTypesException always; it says what to do
   */
  @Override
  public TypeInformation<Question> createTypeInfo(
      Type type, Map<String, TypeInformation<?>> genericParameters) {
    throw new InvalidTypesException(
        "a stream of questions does not say what they are sealed with; add"
            + " .returns(Question.type(StateKey.environment(\"…\"))) where it is made");
  }
}
