package io.telproof.twilio;

import io.telproof.Answer;
import io.telproof.Charge;
import io.telproof.CodeDispatch;
import io.telproof.IdentityVerdict;
import io.telproof.PhoneStatus;
import io.telproof.SimSwap;
import io.telproof.VerificationException;
import java.util.TreeSet;
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
    if (value instanceof PhoneStatus status) {
      return status.state().name();
    }
    if (value instanceof SimSwap swap) {
      return (swap.swapped() ? "SWAPPED" : "NOT_SWAPPED")
          + swap.lastSwap().map(at -> "@" + at).orElse("");
    }
    if (value instanceof IdentityVerdict verdict) {
      String differing = verdict.differing().map(all -> new TreeSet<>(all).toString()).orElse("");
      String score = verdict.score().isPresent() ? "~" + verdict.score().getAsInt() : "";
      return verdict.outcome() + differing.replace(" ", "") + score;
    }
    return value instanceof CodeDispatch sent ? "sent:" + sent.handle().orElse("-") : value + "";
  }
}
