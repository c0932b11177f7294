package io.telproof.flink;

import org.apache.flink.api.common.serialization.SerializerConfig;
import org.apache.flink.api.common.typeutils.TypeSerializer;

/** How Flink writes questions. */
final class QuestionTypeInfo extends LeafTypeInfo<Question> {
  private static final long serialVersionUID = 1L;

  private final StateKey key;

  QuestionTypeInfo(StateKey key) {
    this.key = key;
  }

  @Override
  public Class<Question> getTypeClass() {
    return Question.class;
  }

  @Override
  public TypeSerializer<Question> createSerializer(SerializerConfig config) {
    return new QuestionSerializer(key);
  }

  @Override
  public String toString() {
    return "Question, sealed by " + key;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof QuestionTypeInfo that && key.equals(that.key);
  }

  @Override
  public int hashCode() {
    return key.hashCode();
  }

  @Override
  public boolean canEqual(Object other) {
    return other instanceof QuestionTypeInfo;
  }
}
