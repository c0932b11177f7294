package io.telproof.flink;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.jspecify.annotations.Nullable;

/**
 * Writes questions with what is asked sealed. The key of the question is in clear, so that a state
 * can be looked into without the secret.
 */
final class QuestionSerializer extends ImmutableSerializer<Question> {
  private static final long serialVersionUID = 1L;
  private static final int FORM = 1;

  private final StateKey key;

  /** Read when it is first needed, on the machine that needs it. */
  private transient volatile @Nullable QuestionSeal seal;

  QuestionSerializer(StateKey key) {
    this.key = key;
  }

  StateKey key() {
    return key;
  }

  private QuestionSeal seal() {
    QuestionSeal read = seal;
    if (read == null) {
      read = key.seal();
      seal = read;
    }
    return read;
  }

  @Override
  public void serialize(Question question, DataOutputView target) throws IOException {
    byte[] sealed = seal().seal(question.key(), QueryCodec.encode(question.query()));
    target.writeByte(FORM);
    Texts.write(question.key(), target);
    target.writeInt(sealed.length);
    target.write(sealed);
  }

  @Override
  public Question deserialize(DataInputView source) throws IOException {
    Texts.expect(FORM, source);
    String name = Texts.read(source);
    byte[] sealed = Texts.bytes(source);
    return new Question(name, QueryCodec.decode(seal().open(name, sealed)));
  }

  /** Without opening it. */
  @Override
  public void copy(DataInputView source, DataOutputView target) throws IOException {
    Texts.expect(FORM, source);
    target.writeByte(FORM);
    Texts.write(Texts.read(source), target);
    byte[] sealed = Texts.bytes(source);
    target.writeInt(sealed.length);
    target.write(sealed);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof QuestionSerializer that && key.equals(that.key);
  }

  @Override
  public int hashCode() {
    return key.hashCode();
  }

  @Override
  public TypeSerializerSnapshot<Question> snapshotConfiguration() {
    return new QuestionSerializerSnapshot(key);
  }
}
