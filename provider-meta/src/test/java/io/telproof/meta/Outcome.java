package io.telproof.meta;

import io.telproof.Answer;
import io.telproof.Charge;
import io.telproof.PreValidatedId;
import io.telproof.VerificationException;
import java.util.function.Supplier;

/** What came of a question, in one line that a table can hold: what, the charge, the code. */
final class Outcome {
  private Outcome() {}

  static String of(Supplier<? extends Answer<?>> question) {
    try {
      Answer<?> answer = question.get();
      String what =
          answer instanceof Answer.Known<?> known
              ? value(known.value())
              : ((Answer.Unknown<?>) answer).gap().name();
      return line(what, answer.receipt().charge(), answer.receipt().vendorCode().orElse("-"));
    } catch (VerificationException e) {
      return line(e.kind().name(), e.charge(), e.vendorCode().orElse("-"));
    }
  }

  private static String line(String what, Charge charge, String code) {
    return what + " " + charge + " " + code;
  }

  private static String value(Object value) {
    if (value instanceof PreverifiedNumbers.Page page) {
      return page.found().map(Outcome::value).orElseGet(() -> "after:" + page.after().orElse("-"));
    }
    PreValidatedId id = (PreValidatedId) value;
    return id.id() + "@" + id.number().orElse("-").replace(' ', '_');
  }
}
