package io.telproof.client.internal.ledger;

import io.telproof.Answer;
import io.telproof.FailureKind;
import io.telproof.Gap;
import io.telproof.spi.ledger.Settlement;
import java.util.Arrays;
import java.util.Optional;

/** The words of a ledger for what came of a question. */
public final class Outcomes {
  private Outcomes() {}

  /** The word for an answer. */
  public static String of(Answer<?> answer) {
    return answer instanceof Answer.Unknown<?> unknown ? unknown.gap().name() : Settlement.KNOWN;
  }

  /** The gap of this word; empty where it is another word. */
  public static Optional<Gap> gap(String outcome) {
    return Arrays.stream(Gap.values()).filter(each -> each.name().equals(outcome)).findFirst();
  }

  /** The kind of failure of this word; empty where it is another word. */
  public static Optional<FailureKind> kind(String outcome) {
    return Arrays.stream(FailureKind.values())
        .filter(each -> each.name().equals(outcome))
        .findFirst();
  }
}
