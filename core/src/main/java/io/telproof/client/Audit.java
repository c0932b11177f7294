package io.telproof.client;

import io.telproof.Answer;
import io.telproof.CallContext;
import io.telproof.Charge;
import io.telproof.CodeDispatch;
import io.telproof.Failure;
import io.telproof.Receipt;
import io.telproof.Served;
import io.telproof.spi.Capability;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the record of each question, with a keyed hash in the place of the number. */
final class Audit {
  private static final Logger LOG = LoggerFactory.getLogger(AuditListener.class);

  private final List<AuditListener> listeners;
  private final Fingerprint fingerprint;

  Audit(List<AuditListener> listeners, Fingerprint fingerprint) {
    this.listeners = List.copyOf(listeners);
    this.fingerprint = fingerprint;
  }

  void answered(
      Capability check,
      Object query,
      CallContext context,
      Instant at,
      Answer<?> answer,
      Duration elapsed) {
    if (listeners.isEmpty()) {
      return;
    }
    Receipt receipt = answer.receipt();
    tell(
        new AuditRecord(
            at,
            check,
            context.correlationId(),
            context.purpose(),
            fingerprint.subject(query),
            answer instanceof Answer.Unknown<?> unknown ? unknown.gap().name() : "KNOWN",
            value(answer),
            receipt.provider(),
            receipt.operation(),
            receipt.vendorCode(),
            receipt.requestId(),
            receipt.charge(),
            receipt.served(),
            elapsed,
            receipt.earlier()));
  }

  /** A handle is the vendor's own text, and so is not an auditor's. */
  private static Optional<String> value(Answer<?> answer) {
    return answer instanceof Answer.Known<?> known && !(known.value() instanceof CodeDispatch)
        ? Optional.of(known.value().toString())
        : Optional.empty();
  }

  void failed(
      Capability check,
      Object query,
      CallContext context,
      Instant at,
      Failure failure,
      Duration elapsed) {
    if (listeners.isEmpty()) {
      return;
    }
    tell(
        new AuditRecord(
            at,
            check,
            context.correlationId(),
            context.purpose(),
            fingerprint.subject(query),
            failure.kind().name(),
            Optional.empty(),
            failure.provider(),
            failure.operation(),
            failure.vendorCode(),
            failure.requestId(),
            failure.charge(),
            Served.ASKED,
            elapsed,
            failure.earlier()));
  }

  void broken(Capability check, Object query, CallContext context, Instant at, Duration elapsed) {
    if (listeners.isEmpty()) {
      return;
    }
    tell(
        new AuditRecord(
            at,
            check,
            context.correlationId(),
            context.purpose(),
            fingerprint.subject(query),
            "BROKEN",
            Optional.empty(),
            "telproof",
            check.key(),
            Optional.empty(),
            Optional.empty(),
            Charge.POSSIBLE,
            Served.ASKED,
            elapsed,
            List.of()));
  }

  private void tell(AuditRecord entry) {
    Listeners.tell(listeners, listener -> listener.record(entry), LOG);
  }
}
