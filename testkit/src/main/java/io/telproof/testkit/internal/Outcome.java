package io.telproof.testkit.internal;

import io.telproof.Answer;
import io.telproof.Attempt;
import io.telproof.Charge;
import io.telproof.CodeDispatch;
import io.telproof.FailureKind;
import io.telproof.Gap;
import io.telproof.PreValidatedId;
import io.telproof.Receipt;
import io.telproof.VerificationException;
import io.telproof.spi.reply.Meaning;
import io.telproof.testkit.ReplyExample;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What came of a question. */
public sealed interface Outcome {
  /**
   * Before this a moment of a reply example is counted from the question, see {@link
   * io.telproof.testkit.ReplyExample#after}.
   */
  Instant FIRST_YEAR = Instant.parse("1971-01-01T00:00:00Z");

  /** An answer, about this number. */
  record Answered(Answer<?> answer, String number) implements Outcome {}

  /** A failure, as the contract has it. */
  record Failed(VerificationException failure) implements Outcome {}

  /** Something else was thrown. */
  record Threw(Throwable thrown) implements Outcome {}

  /** Nothing came in the time that the kit has. */
  record Nothing() implements Outcome {}

  default Optional<Object> meaning() {
    if (this instanceof Answered answered) {
      return Optional.of(
          answered.answer() instanceof Answer.Known<?> known
              ? Meaning.value(known.value())
              : Meaning.noValue(((Answer.Unknown<?>) answered.answer()).gap()));
    }
    return this instanceof Failed failed
        ? Optional.of(Meaning.failed(failed.failure().kind()))
        : Optional.empty();
  }

  /**
   * Whether it came to what a reply example says; a wait that the example names must be told as
   * well.
   */
  default boolean means(Meaning<?> examples) {
    if (this instanceof Failed failed && examples instanceof Meaning.Failed<?> fails) {
      return failed.failure().kind() == fails.kind()
          && (fails.retryAfter().isEmpty()
              || fails.retryAfter().equals(failed.failure().retryAfter()));
    }
    return meaning().equals(Optional.of(as(examples)));
  }

  /**
   * A reply example has the vendor's own handle, and an application is given what it was bound
   * into; and it has no number where the vendor tells the one that was asked about.
   */
  private Object as(Meaning<?> examples) {
    if (examples instanceof Meaning.Value<?> is
        && is.value() instanceof CodeDispatch dispatch
        && receipt().isPresent()) {
      Instant asked = receipt().get().at();
      return Meaning.value(
          new CodeDispatch(
              dispatch.handle().map(vendors -> handle().orElse(vendors)),
              dispatch
                  .expiresAt()
                  .map(at -> at.isBefore(FIRST_YEAR) ? asked.plusMillis(at.toEpochMilli()) : at)));
    }
    if (examples instanceof Meaning.Value<?> is
        && is.value() instanceof PreValidatedId id
        && this instanceof Answered answered) {
      return Meaning.value(
          new PreValidatedId(
              id.id(),
              id.number()
                  .map(text -> text.equals(ReplyExample.NUMBER) ? answered.number() : text)));
    }
    return examples;
  }

  default Optional<Charge> charge() {
    return this instanceof Failed failed
        ? Optional.of(failed.failure().charge())
        : receipt().map(Receipt::charge);
  }

  default Optional<String> vendorCode() {
    return this instanceof Failed failed
        ? failed.failure().vendorCode()
        : receipt().flatMap(Receipt::vendorCode);
  }

  default Optional<String> requestId() {
    return this instanceof Failed failed
        ? failed.failure().requestId()
        : receipt().flatMap(Receipt::requestId);
  }

  default Optional<String> provider() {
    return this instanceof Failed failed
        ? Optional.of(failed.failure().provider())
        : receipt().map(Receipt::provider);
  }

  default Optional<String> operation() {
    return this instanceof Failed failed
        ? Optional.of(failed.failure().operation())
        : receipt().map(Receipt::operation);
  }

  default List<Attempt> earlier() {
    return this instanceof Failed failed
        ? failed.failure().earlier()
        : receipt().map(Receipt::earlier).orElse(List.of());
  }

  /** The handle of a code that was sent. */
  default Optional<String> handle() {
    return this instanceof Answered answered
            && answered.answer() instanceof Answer.Known<?> known
            && known.value() instanceof CodeDispatch dispatch
        ? dispatch.handle()
        : Optional.empty();
  }

  default Optional<Receipt> receipt() {
    return this instanceof Answered answered
        ? Optional.of(answered.answer().receipt())
        : Optional.empty();
  }

  default boolean is(FailureKind kind) {
    return this instanceof Failed failed && failed.failure().kind() == kind;
  }

  default boolean lacks(Gap gap) {
    return this instanceof Answered answered
        && answered.answer() instanceof Answer.Unknown<?> unknown
        && unknown.gap() == gap;
  }

  /** In the words of reply examples: {@code fails THROTTLED, FREE}. */
  default String says() {
    if (this instanceof Threw threw) {
      return "threw " + threw.thrown();
    }
    if (this instanceof Nothing) {
      return "nothing in the time the kit has";
    }
    return words(meaning().orElseThrow()) + ", " + charge().orElseThrow();
  }

  /** The vendor's code, as part of a sentence. */
  default String code() {
    return vendorCode().map(code -> "with code " + code).orElse("without a code");
  }

  static String words(Object meaning) {
    if (meaning instanceof Meaning.Value<?> is) {
      return "the answer " + plain(is.value());
    }
    return meaning instanceof Meaning.NoValue<?> lacks
        ? "the answer unknown: " + lacks.gap()
        : "fails " + ((Meaning.Failed<?>) meaning).kind();
  }

  /** What Java prints of it, but what may be missing is told as it is, or as {@code none}. */
  static String plain(Object value) {
    String text = String.valueOf(value);
    String plain = text.replaceAll("Optional(Int)?\\.empty", "none");
    // The brackets of an optional value hold at the most those of a list.
    return plain.replaceAll("Optional(?:Int)?\\[((?:[^\\[\\]]|\\[[^\\[\\]]*])*)]", "$1");
  }
}
