package io.telproof;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Who answered a question, what the vendor called the answer, and what it cost. Holds nothing about
 * the person or the number. Immutable.
 *
 * @param provider the provider's name in the configuration
 * @param operation the vendor's name of the operation that was asked
 * @param requestId the vendor's id of the request, to be quoted to its support
 * @param vendorCode the vendor's own code for this outcome; where a second field decides, both,
 *     joined by a slash
 * @param charge whether the vendor bills it
 * @param at when the question was put, by this machine's clock
 * @param elapsed how long it took, the wait for a permit included
 * @param earlier the attempts that came before this one, oldest first
 * @param origin whether the question was put for this caller; where it was not, its charge is FREE
 */
public record Receipt(
    String provider,
    String operation,
    Optional<String> requestId,
    Optional<String> vendorCode,
    Charge charge,
    Instant at,
    Duration elapsed,
    List<Attempt> earlier,
    AnswerOrigin origin) {
  /** Refuses null and copies the list. */
  public Receipt {
    Objects.requireNonNull(provider, "provider");
    Objects.requireNonNull(operation, "operation");
    Objects.requireNonNull(requestId, "requestId");
    Objects.requireNonNull(vendorCode, "vendorCode");
    Objects.requireNonNull(charge, "charge");
    Objects.requireNonNull(at, "at");
    Objects.requireNonNull(elapsed, "elapsed");
    earlier = List.copyOf(earlier);
    Objects.requireNonNull(origin, "served");
  }

  /** A receipt of a question that was put for this caller. */
  public Receipt(
      String provider,
      String operation,
      Optional<String> requestId,
      Optional<String> vendorCode,
      Charge charge,
      Instant at,
      Duration elapsed,
      List<Attempt> earlier) {
    this(
        provider,
        operation,
        requestId,
        vendorCode,
        charge,
        at,
        elapsed,
        earlier,
        AnswerOrigin.FRESH);
  }

  /** A receipt for an answer that was given without asking the vendor: free, and at once. */
  public static Receipt unsent(String provider, String operation, Instant at) {
    return new Receipt(
        provider,
        operation,
        Optional.empty(),
        Optional.empty(),
        Charge.FREE,
        at,
        Duration.ZERO,
        List.of());
  }

  /** The same receipt with these earlier attempts. */
  public Receipt withEarlier(List<Attempt> attempts) {
    return new Receipt(
        provider, operation, requestId, vendorCode, charge, at, elapsed, attempts, origin);
  }

  /**
   * The receipt of another caller who is given the same answer without a question of its own: free,
   * and without the attempts, which are on the bill of the one who asked.
   */
  public Receipt withOrigin(AnswerOrigin how, Duration waited) {
    return new Receipt(
        provider, operation, requestId, vendorCode, Charge.FREE, at, waited, List.of(), how);
  }
}
