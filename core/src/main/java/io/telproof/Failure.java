package io.telproof;

import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What is known of a question that got no answer: the content of a {@link VerificationException}.
 * Holds nothing about the person or the number. Immutable.
 *
 * @param kind why there is no answer
 * @param provider the provider's name in the configuration
 * @param operation the vendor's name of the operation that was asked
 * @param vendorCode the vendor's own code, where it gave one
 * @param requestId the vendor's id of the request, where it gave one
 * @param charge whether the vendor bills it
 * @param retryAfter how long to wait before asking again, where that is known
 * @param maxRetries how often the question may be repeated at the most, where a vendor's code
 *     allows fewer repetitions than the kind does
 * @param earlier the attempts that came before this one, oldest first
 * @param shortOfTime whether the reply was lost because the time given was too short for this
 *     operation, which says nothing of the vendor
 * @param reason a sentence for people: what happened and what to do; never a vendor's own text
 */
public record Failure(
    FailureKind kind,
    String provider,
    String operation,
    Optional<String> vendorCode,
    Optional<String> requestId,
    Charge charge,
    Optional<Duration> retryAfter,
    OptionalInt maxRetries,
    List<Attempt> earlier,
    boolean shortOfTime,
    String reason)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Refuses null and copies the list. */
  public Failure {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(provider, "provider");
    Objects.requireNonNull(operation, "operation");
    Objects.requireNonNull(vendorCode, "vendorCode");
    Objects.requireNonNull(requestId, "requestId");
    Objects.requireNonNull(charge, "charge");
    Objects.requireNonNull(retryAfter, "retryAfter");
    Objects.requireNonNull(maxRetries, "repeats");
    earlier = List.copyOf(earlier);
    Objects.requireNonNull(reason, "reason");
  }

  /** A failure that is not for want of time. */
  public Failure(
      FailureKind kind,
      String provider,
      String operation,
      Optional<String> vendorCode,
      Optional<String> requestId,
      Charge charge,
      Optional<Duration> retryAfter,
      OptionalInt maxRetries,
      List<Attempt> earlier,
      String reason) {
    this(
        kind,
        provider,
        operation,
        vendorCode,
        requestId,
        charge,
        retryAfter,
        maxRetries,
        earlier,
        false,
        reason);
  }

  /** A failure without a vendor's code, at its kind's usual charge. */
  public static Failure of(FailureKind kind, String provider, String operation, String reason) {
    return new Failure(
        kind,
        provider,
        operation,
        Optional.empty(),
        Optional.empty(),
        kind.charge(),
        Optional.empty(),
        OptionalInt.empty(),
        List.of(),
        reason);
  }

  /** The same failure, to be asked again after this wait. */
  public Failure retryAfter(Duration wait) {
    return new Failure(
        kind,
        provider,
        operation,
        vendorCode,
        requestId,
        charge,
        Optional.of(wait),
        maxRetries,
        earlier,
        shortOfTime,
        reason);
  }

  /** The same failure with these earlier attempts. */
  public Failure withEarlier(List<Attempt> attempts) {
    return new Failure(
        kind,
        provider,
        operation,
        vendorCode,
        requestId,
        charge,
        retryAfter,
        maxRetries,
        attempts,
        shortOfTime,
        reason);
  }

  /** The same failure, which the same provider is not to be asked again after. */
  public Failure notRetryable() {
    return new Failure(
        kind,
        provider,
        operation,
        vendorCode,
        requestId,
        charge,
        retryAfter,
        OptionalInt.of(0),
        earlier,
        shortOfTime,
        reason);
  }

  /** The same failure, for want of time or not. */
  public Failure shortOfTime(boolean wanting) {
    return new Failure(
        kind,
        provider,
        operation,
        vendorCode,
        requestId,
        charge,
        retryAfter,
        maxRetries,
        earlier,
        wanting,
        reason);
  }

  private Object writeReplace() {
    return FailureForm.of(this);
  }
}
