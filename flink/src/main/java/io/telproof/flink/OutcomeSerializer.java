package io.telproof.flink;

import io.telproof.Answer;
import io.telproof.Gap;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/** Writes outcomes. They hold nothing personal, and are written in clear. */
final class OutcomeSerializer<V> extends ImmutableSerializer<Outcome<V>> {
  private static final long serialVersionUID = 1L;
  private static final int FORM = 1;

  // Which of the three an outcome is.
  private static final int KNOWN = 1;
  private static final int UNKNOWN = 2;
  private static final int FAILED = 3;

  @Override
  public void serialize(Outcome<V> outcome, DataOutputView target) throws IOException {
    target.writeByte(FORM);
    Texts.write(outcome.key(), target);
    if (outcome instanceof Outcome.Answered<V> answered) {
      if (answered.answer() instanceof Answer.Known<V> known) {
        target.writeByte(KNOWN);
        ValueCodec.write(known.value(), target);
        ReceiptCodec.write(known.receipt(), target);
      } else if (answered.answer() instanceof Answer.Unknown<V> unknown) {
        target.writeByte(UNKNOWN);
        Texts.write(unknown.gap().name(), target);
        ReceiptCodec.write(unknown.receipt(), target);
      }
    } else if (outcome instanceof Outcome.Failed<V> failed) {
      target.writeByte(FAILED);
      ReceiptCodec.write(failed.failure(), target);
    }
  }

  @Override
  @SuppressWarnings("unchecked") // What is read is what was written of this type.
  public Outcome<V> deserialize(DataInputView source) throws IOException {
    Texts.expect(FORM, source);
    String key = Texts.read(source);
    int form = source.readByte();
    return switch (form) {
      case KNOWN -> {
        V value = (V) ValueCodec.read(source);
        yield new Outcome.Answered<>(
            key, new Answer.Known<>(value, ReceiptCodec.readReceipt(source)));
      }
      case UNKNOWN -> {
        Gap gap = Gap.valueOf(Texts.read(source));
        yield new Outcome.Answered<>(
            key, new Answer.Unknown<>(gap, ReceiptCodec.readReceipt(source)));
      }
      case FAILED -> new Outcome.Failed<>(key, ReceiptCodec.readFailure(source));
      default -> throw new IOException("an outcome of a later version of Telproof: " + form);
    };
  }

  @Override
  public void copy(DataInputView source, DataOutputView target) throws IOException {
    serialize(deserialize(source), target);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof OutcomeSerializer;
  }

  @Override
  public int hashCode() {
    return OutcomeSerializer.class.hashCode();
  }

  @Override
  public TypeSerializerSnapshot<Outcome<V>> snapshotConfiguration() {
    return new OutcomeSerializerSnapshot<>();
  }
}
