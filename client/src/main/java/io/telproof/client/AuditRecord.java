package io.telproof.client;

import io.telproof.AnswerOrigin;
import io.telproof.Attempt;
import io.telproof.CallContext;
import io.telproof.Charge;
import io.telproof.FailureKind;
import io.telproof.Gap;
import io.telproof.Receipt;
import io.telproof.spi.CheckType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells of one question as an auditor sees it: who was asked, why, what came of it and what it
 * cost, and a keyed hash in the place of the number. Made by {@link #of}, and by {@link
 * #withAnswer} where there is one. Immutable.
 */
public final class AuditRecord {
  private final Instant at;
  private final CheckType check;
  private final String correlationId;
  private final Optional<String> purpose;
  private final String subject;
  private final String outcome;
  private final @Nullable String answer;
  private final Receipt receipt;
  private final Duration elapsed;

  private AuditRecord(
      Instant at,
      CheckType check,
      String correlationId,
      Optional<String> purpose,
      String subject,
      String outcome,
      @Nullable String answer,
      Receipt receipt,
      Duration elapsed) {
    this.at = Objects.requireNonNull(at, "at");
    this.check = Objects.requireNonNull(check, "check");
    this.correlationId = correlationId;
    this.purpose = purpose;
    this.subject = Objects.requireNonNull(subject, "subject");
    this.outcome = Objects.requireNonNull(outcome, "outcome");
    this.answer = answer;
    this.receipt = Objects.requireNonNull(receipt, "receipt");
    this.elapsed = Objects.requireNonNull(elapsed, "elapsed");
  }

  /**
   * {@return the record of a question without an answer's value}
   *
   * @param at when the question was put, by this machine's clock
   * @param check the kind of question
   * @param context the call's id and purpose, of which nothing else is kept
   * @param subject the keyed hash of what was asked about
   * @param outcome see {@link #outcome()}
   * @param receipt who answered or failed last, what the vendor called it and what it cost
   * @param elapsed how long the caller waited
   */
  public static AuditRecord of(
      Instant at,
      CheckType check,
      CallContext context,
      String subject,
      String outcome,
      Receipt receipt,
      Duration elapsed) {
    return new AuditRecord(
        at,
        check,
        context.correlationId(),
        context.purpose(),
        subject,
        outcome,
        null,
        receipt,
        elapsed);
  }

  /**
   * {@return the same record with the value of a known answer, as it prints}
   *
   * @param value a word for the answer, without a person's data
   */
  public AuditRecord withAnswer(String value) {
    Objects.requireNonNull(value, "answer");
    return new AuditRecord(
        at, check, correlationId, purpose, subject, outcome, value, receipt, elapsed);
  }

  /** {@return when the question was put, by this machine's clock} */
  public Instant at() {
    return at;
  }

  /** {@return what was asked} */
  public CheckType check() {
    return check;
  }

  /** {@return the caller's own id of the call} */
  public String correlationId() {
    return correlationId;
  }

  /** {@return why it was asked, where the caller said so} */
  public Optional<String> purpose() {
    return purpose;
  }

  /**
   * {@return 32 hexadecimal digits: a keyed hash of the number or address that was asked about} The
   * same subject has the same hash under the same {@code audit.hash-key}.
   */
  public String subject() {
    return subject;
  }

  /**
   * {@return {@code KNOWN}, or the name of a {@link Gap} or of a {@link FailureKind}, or {@code
   * BROKEN} where an interceptor or a provider threw what it must not}
   */
  public String outcome() {
    return outcome;
  }

  /**
   * {@return the value of a known answer, as it prints; empty where there is none, and for a sent
   * code}
   */
  public Optional<String> answer() {
    return Optional.ofNullable(answer);
  }

  /** {@return the name of the provider that answered or failed last} */
  public String provider() {
    return receipt.provider();
  }

  /** {@return the vendor's name of the operation} */
  public String operation() {
    return receipt.operation();
  }

  /** {@return the vendor's own code, where it gave one} */
  public Optional<String> vendorCode() {
    return receipt.vendorCode();
  }

  /** {@return the vendor's id of the request, where it gave one} */
  public Optional<String> requestId() {
    return receipt.requestId();
  }

  /** {@return what the last attempt cost} */
  public Charge charge() {
    return receipt.charge();
  }

  /** {@return whether the question was put for this caller} */
  public AnswerOrigin origin() {
    return receipt.origin();
  }

  /** {@return how long the caller waited} */
  public Duration elapsed() {
    return elapsed;
  }

  /** {@return the attempts before the last one, oldest first, each with its charge} */
  public List<Attempt> earlier() {
    return receipt.earlier();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof AuditRecord that
        && at.equals(that.at)
        && check == that.check
        && correlationId.equals(that.correlationId)
        && purpose.equals(that.purpose)
        && subject.equals(that.subject)
        && outcome.equals(that.outcome)
        && Objects.equals(answer, that.answer)
        && receipt.equals(that.receipt)
        && elapsed.equals(that.elapsed);
  }

  @Override
  public int hashCode() {
    return Objects.hash(
        at, check, correlationId, purpose, subject, outcome, answer, receipt, elapsed);
  }

  @Override
  public String toString() {
    return "AuditRecord[at="
        + at
        + ", check="
        + check
        + ", correlationId="
        + correlationId
        + ", purpose="
        + purpose
        + ", subject="
        + subject
        + ", outcome="
        + outcome
        + ", answer="
        + answer()
        + ", provider="
        + provider()
        + ", operation="
        + operation()
        + ", vendorCode="
        + vendorCode()
        + ", requestId="
        + requestId()
        + ", charge="
        + charge()
        + ", origin="
        + origin()
        + ", elapsed="
        + elapsed
        + ", earlier="
        + earlier()
        + ']';
  }
}
