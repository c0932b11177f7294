package io.telproof.flink;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializer;
import org.apache.flink.api.common.typeutils.TypeSerializerSchemaCompatibility;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * What a checkpoint tells of how its outcomes were written: in which version.
 *
 * @param <V> the type of the value that is asked for
 */
public final class OutcomeSerializerSnapshot<V> implements TypeSerializerSnapshot<Outcome<V>> {
  private static final int VERSION = 1;

  /** For Flink, which makes one itself. */
  public OutcomeSerializerSnapshot() {}

  @Override
  public int getCurrentVersion() {
    return VERSION;
  }

  /** Nothing beside the version: each outcome says its own form. */
  @Override
  public void writeSnapshot(DataOutputView out) {}

  @Override
  public void readSnapshot(int version, DataInputView in, ClassLoader loader) throws IOException {
    if (version != VERSION) {
      throw new IOException("outcomes were written by a later version of Telproof");
    }
  }

  @Override
  public TypeSerializer<Outcome<V>> restoreSerializer() {
    return new OutcomeSerializer<>();
  }

  @Override
  public TypeSerializerSchemaCompatibility<Outcome<V>> resolveSchemaCompatibility(
      TypeSerializerSnapshot<Outcome<V>> old) {
    return old instanceof OutcomeSerializerSnapshot
        ? TypeSerializerSchemaCompatibility.compatibleAsIs()
        : TypeSerializerSchemaCompatibility.incompatible();
  }
}
