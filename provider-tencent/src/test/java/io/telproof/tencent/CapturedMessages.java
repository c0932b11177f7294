package io.telproof.tencent;

import io.telproof.Answer;
import io.telproof.IdentityVerdict;
import io.telproof.PhoneStatus;
import io.telproof.Tenure;
import io.telproof.VerificationException;
import java.util.TreeSet;
import java.util.function.Supplier;

/** What came of a question, in a few words that a table can hold. */
final class CapturedMessages {
  private CapturedMessages() {}

  static String of(Supplier<? extends Answer<?>> question) {
    try {
      Answer<?> answer = question.get();
      String what =
          answer instanceof Answer.Known<?> known
              ? value(known.value())
              : ((Answer.Unknown<?>) answer).gap().name();
      return what + " " + answer.receipt().charge();
    } catch (VerificationException e) {
      return e.kind() + " " + e.charge();
    }
  }

  private static String value(Object value) {
    if (value instanceof PhoneStatus status) {
      return status.state().name();
    }
    if (value instanceof Tenure tenure) {
      return tenure.from()
          + ".."
          + (tenure.to().isPresent() ? String.valueOf(tenure.to().getAsInt()) : "");
    }
    IdentityVerdict verdict = (IdentityVerdict) value;
    return verdict.outcome() + verdict.differing().map(d -> new TreeSet<>(d).toString()).orElse("");
  }
}
