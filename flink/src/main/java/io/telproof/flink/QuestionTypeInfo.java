package io.telproof.flink;

import org.apache.flink.api.common.serialization.SerializerConfig;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.TypeSerializer;

/** How Flink writes questions. */
final class QuestionTypeInfo extends TypeInformation<Question> {
  private static final long serialVersionUID = 1L;

  private final StateKey key;

  QuestionTypeInfo(StateKey key) {
    this.key = key;
  }

  @Override
  public boolean isBasicType() {
    return false;
  }

  @Override
  public boolean isTupleType() {
    return false;
  }

  @Override
  public int getArity() {
    return 1;
  }

  @Override
  public int getTotalFields() {
    return 1;
  }

  @Override
  public Class<Question> getTypeClass() {
    return Question.class;
  }

  @Override
  public boolean isKeyType() {
    return false;
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
