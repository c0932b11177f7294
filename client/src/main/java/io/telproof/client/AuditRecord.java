package io.telproof.client;

import io.telproof.AnswerOrigin;
import io.telproof.Attempt;
import io.telproof.Charge;
import io.telproof.FailureKind;
import io.telproof.Gap;
import io.telproof.spi.CheckType;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One question as an auditor sees it: who was asked, why, what came of it and what it cost, and a
 * keyed hash in the place of the number. Immutable.
 *
 * @param at when the question was put, by this machine's clock
 * @param check what was asked
 * @param correlationId the caller's own id of the call
 * @param purpose why it was asked, where the caller said so
 * @param subject 32 hexadecimal digits: a keyed hash of the number or address that was asked about.
 *     The same subject has the same hash under the same {@code audit.hash-key}
 * @param outcome {@code KNOWN}, or the name of a {@link Gap} or of a {@link FailureKind}, or {@code
 *     BROKEN} where an interceptor or a provider threw what it must not
 * @param answer the value of a known answer, as it prints; empty where there is none, and for a
 *     sent code
 * @param provider the provider that answered or failed last
 * @param operation the vendor's name of the operation
 * @param vendorCode the vendor's own code, where it gave one
 * @param requestId the vendor's id of the request, where it gave one
 * @param charge what the last attempt cost
 * @param origin whether the question was put for this caller
 * @param elapsed how long the caller waited
 * @param earlier the attempts before the last one, each with its charge
 */
public record AuditRecord(
    Instant at,
    CheckType check,
    String correlationId,
    Optional<String> purpose,
    String subject,
    String outcome,
    Optional<String> answer,
    String provider,
    String operation,
    Optional<String> vendorCode,
    Optional<String> requestId,
    Charge charge,
    AnswerOrigin origin,
    Duration elapsed,
    List<Attempt> earlier) {
  /** Refuses null and copies the list. */
  public AuditRecord {
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(check, "check");
    Objects.requireNonNull(correlationId, "correlationId");
    Objects.requireNonNull(purpose, "purpose");
    Objects.requireNonNull(subject, "subject");
    Objects.requireNonNull(outcome, "outcome");
    Objects.requireNonNull(answer, "answer");
    Objects.requireNonNull(provider, "provider");
    Objects.requireNonNull(operation, "operation");
    Objects.requireNonNull(vendorCode, "vendorCode");
    Objects.requireNonNull(requestId, "requestId");
    Objects.requireNonNull(charge, "charge");
    Objects.requireNonNull(origin, "served");
    Objects.requireNonNull(elapsed, "elapsed");
    earlier = List.copyOf(earlier);
  }
}
