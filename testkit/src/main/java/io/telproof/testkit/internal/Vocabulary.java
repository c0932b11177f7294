package io.telproof.testkit.internal;

import io.telproof.Charge;
import io.telproof.CodeDispatch;
import io.telproof.CodeVerdict;
import io.telproof.FailureKind;
import io.telproof.Gap;
import io.telproof.IdentityVerdict;
import io.telproof.LineState;
import io.telproof.PhoneStatus;
import io.telproof.PreValidatedId;
import io.telproof.Tenure;
import io.telproof.spi.CheckType;
import io.telproof.spi.reply.Meaning;
import io.telproof.testkit.ReplyExample;
import io.telproof.testkit.Shape;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Everything that a check can come to, as constants that a reply examples can name. */
public final class Vocabulary {
  private Vocabulary() {}

  /** All that a whole book says, or declares unsaid. */
  public static List<Enum<?>> all(CheckType check) {
    List<Enum<?>> all = new ArrayList<>(values(check));
    all.addAll(Arrays.asList(Gap.values()));
    all.addAll(Arrays.asList(FailureKind.values()));
    all.addAll(Arrays.asList(Charge.values()));
    return all;
  }

  private static List<? extends Enum<?>> values(CheckType check) {
    return switch (check) {
      case PHONE_STATUS -> List.of(LineState.values());
      case TENURE -> List.of(Shape.CLOSED_INTERVAL, Shape.OPEN_INTERVAL);
      case IDENTITY_MATCH ->
          List.of(
              IdentityVerdict.Outcome.MATCH,
              IdentityVerdict.Outcome.MISMATCH,
              Shape.DIFFERING_TOLD,
              Shape.DIFFERING_NOT_TOLD);
      case CODE_DELIVERY -> List.of(Shape.SENT, Shape.HANDLE, Shape.EXPIRY);
      case CODE_VERIFICATION -> List.of(CodeVerdict.values());
      case PRE_VALIDATED_NUMBER -> List.of(Shape.ID);
    };
  }

  /** What this phrase says. */
  public static List<Enum<?>> of(ReplyExample example) {
    List<Enum<?>> said = new ArrayList<>();
    said.add(example.charge());
    if (example.means() instanceof Meaning.Value<?> is) {
      said.addAll(of(is.value()));
    } else if (example.means() instanceof Meaning.NoValue<?> lacks) {
      said.add(lacks.gap());
    } else if (example.means() instanceof Meaning.Failed<?> fails) {
      said.add(fails.kind());
    }
    return said;
  }

  private static List<Enum<?>> of(Object value) {
    if (value instanceof PhoneStatus status) {
      return List.of(status.state());
    }
    if (value instanceof Tenure tenure) {
      return List.of(tenure.to().isPresent() ? Shape.CLOSED_INTERVAL : Shape.OPEN_INTERVAL);
    }
    if (value instanceof IdentityVerdict verdict) {
      return verdict.outcome() == IdentityVerdict.Outcome.MATCH
          ? List.of(verdict.outcome())
          : List.of(
              verdict.outcome(),
              verdict.differing().isPresent() ? Shape.DIFFERING_TOLD : Shape.DIFFERING_NOT_TOLD);
    }
    if (value instanceof CodeDispatch dispatch) {
      List<Enum<?>> shapes = new ArrayList<>(List.of(Shape.SENT));
      dispatch.handle().ifPresent(handle -> shapes.add(Shape.HANDLE));
      dispatch.expiresAt().ifPresent(at -> shapes.add(Shape.EXPIRY));
      return shapes;
    }
    if (value instanceof CodeVerdict verdict) {
      return List.of(verdict);
    }
    return value instanceof PreValidatedId ? List.of(Shape.ID) : List.of();
  }

  /** As a book names it: {@code Gap.NO_RECORD}. */
  public static String name(Enum<?> constant) {
    return constant.getDeclaringClass().getSimpleName() + "." + constant.name();
  }
}
