package io.telproof.testkit.internal;

import io.telproof.Charge;
import io.telproof.FailureKind;
import io.telproof.Gap;
import io.telproof.spi.CheckType;
import io.telproof.spi.reply.Meaning;
import io.telproof.testkit.ReplyExample;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Everything that a check can come to, as constants that reply examples can name. */
public final class Vocabulary {
  private Vocabulary() {}

  /** All that whole examples say, or declare unsaid. */
  public static List<Enum<?>> all(CheckType check) {
    List<Enum<?>> all = new ArrayList<>(CheckFacts.of(check).values());
    all.addAll(Arrays.asList(Gap.values()));
    all.addAll(Arrays.asList(FailureKind.values()));
    all.addAll(Arrays.asList(Charge.values()));
    return all;
  }

  /** What this example says. */
  public static List<Enum<?>> of(ReplyExample example) {
    List<Enum<?>> said = new ArrayList<>();
    said.add(example.charge());
    if (example.means() instanceof Meaning.Value<?> value) {
      said.addAll(CheckFacts.saidBy(value.value()));
    } else if (example.means() instanceof Meaning.NoValue<?> none) {
      said.add(none.gap());
    } else if (example.means() instanceof Meaning.Failed<?> failed) {
      said.add(failed.kind());
    }
    return said;
  }

  /** As examples name it: {@code Gap.NO_RECORD}. */
  public static String name(Enum<?> constant) {
    return constant.getDeclaringClass().getSimpleName() + "." + constant.name();
  }
}
