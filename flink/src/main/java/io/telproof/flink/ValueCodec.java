package io.telproof.flink;

import io.telproof.Carrier;
import io.telproof.IdentityVerdict;
import io.telproof.LineState;
import io.telproof.PhoneStatus;
import io.telproof.Recycling;
import io.telproof.Tenure;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The value of a known answer, for the checks that a stream may ask. A constant is written by its
 * name. What is added gets a new number.
 */
final class ValueCodec {
  private static final int PHONE_STATUS = 1;
  private static final int TENURE = 2;
  private static final int IDENTITY_VERDICT = 3;
  private static final int SCORED_IDENTITY_VERDICT = 4;
  private static final int RECYCLING = 5;

  private ValueCodec() {}

  static void write(Object value, DataOutput out) throws IOException {
    if (value instanceof PhoneStatus status) {
      out.writeByte(PHONE_STATUS);
      Texts.write(status.state().name(), out);
      Texts.write(status.carrier().name(), out);
    } else if (value instanceof Tenure tenure) {
      out.writeByte(TENURE);
      out.writeInt(tenure.from());
      // A tenure ends after it starts.
      out.writeInt(tenure.to().orElse(0));
    } else if (value instanceof IdentityVerdict verdict) {
      out.writeByte(verdict.score().isPresent() ? SCORED_IDENTITY_VERDICT : IDENTITY_VERDICT);
      Texts.write(verdict.outcome().name(), out);
      Set<IdentityVerdict.Attribute> differing = verdict.differing().orElse(Set.of());
      out.writeByte(differing.size());
      for (IdentityVerdict.Attribute each : differing) {
        Texts.write(each.name(), out);
      }
      Texts.write(verdict.carrier().name(), out);
      if (verdict.score().isPresent()) {
        out.writeByte(verdict.score().getAsInt());
      }
    } else if (value instanceof Recycling recycling) {
      out.writeByte(RECYCLING);
      Texts.write(recycling.name(), out);
    } else {
      throw new IOException("a stream has no answers of " + value.getClass().getName());
    }
  }

  static Object read(DataInput in) throws IOException {
    int type = in.readByte();
    return switch (type) {
      case PHONE_STATUS ->
          new PhoneStatus(LineState.valueOf(Texts.read(in)), new Carrier(Texts.read(in)));
      case TENURE -> {
        int from = in.readInt();
        int to = in.readInt();
        yield new Tenure(from, to == 0 ? OptionalInt.empty() : OptionalInt.of(to));
      }
      case IDENTITY_VERDICT -> verdict(in);
      case SCORED_IDENTITY_VERDICT -> verdict(in).withScore(in.readByte());
      case RECYCLING -> Recycling.valueOf(Texts.read(in));
      default -> throw new IOException("an answer of a later version of Telproof: " + type);
    };
  }

  private static IdentityVerdict verdict(DataInput in) throws IOException {
    IdentityVerdict.Outcome outcome = IdentityVerdict.Outcome.valueOf(Texts.read(in));
    Set<IdentityVerdict.Attribute> differing = EnumSet.noneOf(IdentityVerdict.Attribute.class);
    for (int left = in.readByte(); left > 0; left--) {
      differing.add(IdentityVerdict.Attribute.valueOf(Texts.read(in)));
    }
    return new IdentityVerdict(
        outcome,
        differing.isEmpty() ? Optional.empty() : Optional.of(differing),
        new Carrier(Texts.read(in)));
  }
}
