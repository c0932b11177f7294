package io.telproof.examples.acme;

import io.telproof.Answer;
import io.telproof.Failure;
import io.telproof.FailureKind;
import io.telproof.Receipt;
import io.telproof.VerificationException;
import java.time.Duration;
import java.time.Instant;
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
    Failure other =
        Failure.of(kind, f.provider(), f.operation(), f.reason())
            .withCharge(f.charge())
            .withEarlier(f.earlier())
            .withShortOfTime(f.shortOfTime());
    other = f.vendorCode().map(other::withVendorCode).orElse(other);
    other = f.requestId().map(other::withRequestId).orElse(other);
    other = f.retryAfter().map(other::withRetryAfter).orElse(other);
    return f.maxRetries().isPresent() ? other.withMaxRetries(f.maxRetries().getAsInt()) : other;
  }

  /** The bare kind: no code, no id, no wait. */
  static Failure bare(Failure f) {
    return Failure.of(f.kind(), f.provider(), f.operation(), f.reason());
  }

  /** The bare answer: no code, no id. */
  static Receipt bare(Receipt r) {
    return Receipt.of(r.provider(), r.operation(), r.charge(), r.at(), r.elapsed())
        .withEarlier(r.earlier());
  }

  static Receipt names(Receipt r, String provider, String operation) {
    return coded(r, Receipt.of(provider, operation, r.charge(), r.at(), r.elapsed()));
  }

  static Receipt times(Receipt r, Instant at, Duration elapsed) {
    return coded(r, Receipt.of(r.provider(), r.operation(), r.charge(), at, elapsed));
  }

  private static Receipt coded(Receipt r, Receipt other) {
    Receipt receipt = other.withEarlier(r.earlier());
    receipt = r.requestId().map(receipt::withRequestId).orElse(receipt);
    return r.vendorCode().map(receipt::withVendorCode).orElse(receipt);
  }
}
