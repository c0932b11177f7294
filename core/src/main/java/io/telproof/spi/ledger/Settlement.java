package io.telproof.spi.ledger;

import io.telproof.Charge;
import io.telproof.Failure;
import io.telproof.Receipt;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * Tells what came of an {@link Intent}: the kind of the answer or of the failure, what it cost, and
 * what the vendor called it; nothing of the answer's value. Immutable.
 *
 * @param id the intent's
 * @param at when it was known, by the clock of the machine that asked
 * @param outcome {@code KNOWN}, or the name of a {@link io.telproof.Gap} or of a {@link
 *     io.telproof.FailureKind}; {@code BROKEN} where the provider threw what it must not; {@code
 *     DISMISSED} where a person said that it may be asked again
 * @param charge what it cost
 * @param vendorCode the vendor's own code, where it gave one
 * @param requestId the vendor's id of the request, where it gave one
 * @param elapsed how long it took
 */
public record Settlement(
    String id,
    Instant at,
    String outcome,
    Charge charge,
    Optional<String> vendorCode,
    Optional<String> requestId,
    Duration elapsed) {
  /** The outcome of an answer with a value. */
  public static final String KNOWN = "KNOWN";

  /** The outcome where a provider threw what it must not: nobody knows how far it came. */
  public static final String BROKEN = "BROKEN";

  /** The outcome where a person said that what is in doubt may be asked again. */
  public static final String DISMISSED = "DISMISSED";

  /**
   * Refuses null.
   *
   * @param id the intent's
   * @param at when it was known, by the clock of the machine that asked
   * @param outcome {@code KNOWN}, or the name of a {@link io.telproof.Gap} or of a {@link
   *     io.telproof.FailureKind}; {@code BROKEN} where the provider threw what it must not; {@code
   *     DISMISSED} where a person said that it may be asked again
   * @param charge what it cost
   * @param vendorCode the vendor's own code, where it gave one
   * @param requestId the vendor's id of the request, where it gave one
   * @param elapsed how long it took
   */
  public Settlement {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(outcome, "outcome");
    Objects.requireNonNull(charge, "charge");
    Objects.requireNonNull(vendorCode, "vendorCode");
    Objects.requireNonNull(requestId, "requestId");
    Objects.requireNonNull(elapsed, "elapsed");
  }

  /**
   * {@return what came of an intent that was answered}
   *
   * @param id the id of the intent
   * @param at the moment at which the question ended
   * @param outcome a word for the answer, without a person's data
   * @param receipt the receipt of the answer
   */
  public static Settlement answered(String id, Instant at, String outcome, Receipt receipt) {
    return new Settlement(
        id,
        at,
        outcome,
        receipt.charge(),
        receipt.vendorCode(),
        receipt.requestId(),
        receipt.elapsed());
  }

  /**
   * {@return what came of an intent that failed}
   *
   * @param id the id of the intent
   * @param at the moment at which the question ended
   * @param failure why there is no answer
   * @param elapsed how long it took
   */
  public static Settlement failed(String id, Instant at, Failure failure, Duration elapsed) {
    return new Settlement(
        id,
        at,
        failure.kind().name(),
        failure.charge(),
        failure.vendorCode(),
        failure.requestId(),
        elapsed);
  }
}
