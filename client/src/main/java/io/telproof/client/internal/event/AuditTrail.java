package io.telproof.client.internal.event;

import io.telproof.Answer;
import io.telproof.CallContext;
import io.telproof.Charge;
import io.telproof.CodeDispatch;
import io.telproof.Failure;
import io.telproof.Receipt;
import io.telproof.client.AuditListener;
import io.telproof.client.AuditRecord;
import io.telproof.spi.CheckType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the record of each question, with a keyed hash in the place of the number. */
public final class AuditTrail {
  private static final Logger LOG = LoggerFactory.getLogger(AuditListener.class);

  private final List<AuditListener> listeners;
  private final Fingerprint fingerprint;

  /** Records for these listeners, with numbers hashed by this fingerprint. */
  public AuditTrail(List<AuditListener> listeners, Fingerprint fingerprint) {
    this.listeners = List.copyOf(listeners);
    this.fingerprint = fingerprint;
  }

  /** Records a question that was answered. */
  public void answered(
      CheckType check,
      Object query,
      CallContext context,
      Instant at,
      Answer<?> answer,
      Duration elapsed) {
    if (listeners.isEmpty()) {
      return;
    }
    String outcome = answer instanceof Answer.Unknown<?> unknown ? unknown.gap().name() : "KNOWN";
    tell(check, query, context, at, outcome, value(answer), answer.receipt(), elapsed);
  }

  /** A handle is the vendor's own text, and so is not an auditor's. */
  private static Optional<String> value(Answer<?> answer) {
    return answer instanceof Answer.Known<?> known && !(known.value() instanceof CodeDispatch)
        ? Optional.of(known.value().toString())
        : Optional.empty();
  }

  /** Records a question that got no answer. */
  public void failed(
      CheckType check,
      Object query,
      CallContext context,
      Instant at,
      Failure failure,
      Duration elapsed) {
    if (listeners.isEmpty()) {
      return;
    }
    Receipt receipt =
        Receipt.of(failure.provider(), failure.operation(), failure.charge(), at, elapsed)
            .withEarlier(failure.earlier());
    Receipt coded = failure.vendorCode().map(receipt::withVendorCode).orElse(receipt);
    Receipt whole = failure.requestId().map(coded::withRequestId).orElse(coded);
    tell(check, query, context, at, failure.kind().name(), Optional.empty(), whole, elapsed);
  }

  /** Nobody knows how far the question came. */
  public void broken(
      CheckType check, Object query, CallContext context, Instant at, Duration elapsed) {
    if (listeners.isEmpty()) {
      return;
    }
    Receipt receipt = Receipt.of("telproof", check.key(), Charge.POSSIBLE, at, elapsed);
    tell(check, query, context, at, "BROKEN", Optional.empty(), receipt, elapsed);
  }

  private void tell(
      CheckType check,
      Object query,
      CallContext context,
      Instant at,
      String outcome,
      Optional<String> answer,
      Receipt receipt,
      Duration elapsed) {
    AuditRecord asked =
        AuditRecord.of(at, check, context, fingerprint.subject(query), outcome, receipt, elapsed);
    AuditRecord entry = answer.map(asked::withAnswer).orElse(asked);
    CompositeListener.tell(listeners, listener -> listener.record(entry), LOG);
  }
}
