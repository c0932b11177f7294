package io.telproof.flink;

import java.io.IOException;
import java.util.Objects;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSchemaCompatibility;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.jspecify.annotations.Nullable;

/**
 * What a checkpoint tells of how its questions were written: where the key was, and not the key.
 */
public final class QuestionSerializerSnapshot implements TypeSerializerSnapshot<Question> {
  private static final int VERSION = 1;

  private @Nullable StateKey key;

  /** For Flink, which reads it then. */
  public QuestionSerializerSnapshot() {}

  QuestionSerializerSnapshot(StateKey key) {
    this.key = key;
  }

  @Override
  public int getCurrentVersion() {
    return VERSION;
  }

  @Override
  public void writeSnapshot(DataOutputView out) throws IOException {
    StateKey written = written();
    out.writeBoolean(written.isFile());
    Texts.write(written.place(), out);
  }

  @Override
  public void readSnapshot(int version, DataInputView in, ClassLoader loader) throws IOException {
    if (version != VERSION) {
      throw new IOException("questions were written by a later version of Telproof");
    }
    key = StateKey.of(in.readBoolean(), Texts.read(in));
  }

  @Override
  public TypeSerializer<Question> restoreSerializer() {
    return new QuestionSerializer(written());
  }

  /** Wherever the key is now: which one sealed stands in front of each question. */
  @Override
  public TypeSerializerSchemaCompatibility<Question> resolveSchemaCompatibility(
      TypeSerializerSnapshot<Question> old) {
    return old instanceof QuestionSerializerSnapshot
        ? TypeSerializerSchemaCompatibility.compatibleAsIs()
        : TypeSerializerSchemaCompatibility.incompatible();
  }

  private StateKey written() {
    return Objects.requireNonNull(key, "a snapshot is read before it is used");
  }
}
