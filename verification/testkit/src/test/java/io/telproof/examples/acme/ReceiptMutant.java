package io.telproof.examples.acme;

import io.telproof.Answer;
import io.telproof.Charge;
import io.telproof.Failure;
import io.telproof.FailureKind;
import io.telproof.Receipt;
import io.telproof.VerificationException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Receipts and failures with one component changed. */
final class ReceiptMutant {
  private ReceiptMutant() {}

  /** A meddler that changes every receipt. */
  static InterposedMutant.Meddler receipts(UnaryOperator<Receipt> change) {
    return (next, query, context) -> {
      Answer<Object> answer = next.check(query, context);
      return answer.withReceipt(change.apply(answer.receipt()));
    };
  }

  /** A meddler that changes every failure. */
  static InterposedMutant.Meddler failures(UnaryOperator<Failure> change) {
    return (next, query, context) -> {
      try {
        return next.check(query, context);
      } catch (VerificationException e) {
        throw new VerificationException(change.apply(e.failure()));
      }
    };
  }

  /** A meddler that tells one kind of failure as another. */
  static InterposedMutant.Meddler kinds(FailureKind kind, FailureKind other) {
    return failures(failure -> failure.kind() == kind ? kind(failure, other) : failure);
  }

  static Failure kind(Failure f, FailureKind kind) {
    return new Failure(
        kind,
        f.provider(),
        f.operation(),
        f.vendorCode(),
        f.requestId(),
        f.charge(),
        f.retryAfter(),
        f.maxRetries(),
        f.earlier(),
        f.reason());
  }

  static Failure charge(Failure f, Charge charge) {
    return new Failure(
        f.kind(),
        f.provider(),
        f.operation(),
        f.vendorCode(),
        f.requestId(),
        charge,
        f.retryAfter(),
        f.maxRetries(),
        f.earlier(),
        f.reason());
  }

  static Failure reason(Failure f, String reason) {
    return new Failure(
        f.kind(),
        f.provider(),
        f.operation(),
        f.vendorCode(),
        f.requestId(),
        f.charge(),
        f.retryAfter(),
        f.maxRetries(),
        f.earlier(),
        reason);
  }

  /** The bare kind: no code, no id, no wait. */
  static Failure bare(Failure f) {
    return Failure.of(f.kind(), f.provider(), f.operation(), f.reason());
  }

  static Receipt charge(Receipt r, Charge charge) {
    return new Receipt(
        r.provider(),
        r.operation(),
        r.requestId(),
        r.vendorCode(),
        charge,
        r.at(),
        r.elapsed(),
        r.earlier());
  }

  static Receipt ids(Receipt r, Optional<String> requestId, Optional<String> vendorCode) {
    return new Receipt(
        r.provider(),
        r.operation(),
        requestId,
        vendorCode,
        r.charge(),
        r.at(),
        r.elapsed(),
        r.earlier());
  }

  static Receipt names(Receipt r, String provider, String operation) {
    return new Receipt(
        provider,
        operation,
        r.requestId(),
        r.vendorCode(),
        r.charge(),
        r.at(),
        r.elapsed(),
        r.earlier());
  }

  static Receipt times(Receipt r, Instant at, Duration elapsed) {
    return new Receipt(
        r.provider(),
        r.operation(),
        r.requestId(),
        r.vendorCode(),
        r.charge(),
        at,
        elapsed,
        r.earlier());
  }
}
