package io.telproof;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Tells what is known of a question that got no answer: the content of a {@link
 * VerificationException}. Holds nothing about the person or the number. Made by {@link #of}, and by
 * {@code with…} for what is not always there. Immutable.
 */
public final class Failure implements Serializable {
  private static final long serialVersionUID = 1L;

  private final FailureKind kind;
  private final VendorOutcome outcome;
  private final @Nullable Duration retryAfter;
  private final @Nullable Integer maxRetries;
  private final boolean shortOfTime;
  // Not there in what was written before they were: null, and false.
  private final @Nullable Instant refusedUntil;
  private final boolean skipped;
  private final String reason;

  private Failure(
      FailureKind kind,
      VendorOutcome outcome,
      @Nullable Duration retryAfter,
      @Nullable Integer maxRetries,
      boolean shortOfTime,
      @Nullable Instant refusedUntil,
      boolean skipped,
      String reason) {
    this.kind = kind;
    this.outcome = outcome;
    this.retryAfter = retryAfter;
    this.maxRetries = maxRetries;
    this.shortOfTime = shortOfTime;
    this.refusedUntil = refusedUntil;
    this.skipped = skipped;
    this.reason = Objects.requireNonNull(reason, "reason");
  }

  /**
   * {@return a failure without a vendor's code, at its kind's usual charge}
   *
   * @param kind what kind of failure it is
   * @param provider the provider's name in the configuration
   * @param operation the vendor's name of the operation
   * @param reason a sentence for people: what happened and what to do; never a vendor's own text
   */
  public static Failure of(FailureKind kind, String provider, String operation, String reason) {
    return new Failure(
        kind,
        VendorOutcome.of(provider, operation, kind.charge()),
        null,
        null,
        false,
        null,
        false,
        reason);
  }

  /**
   * {@return the same failure with the vendor's own code}
   *
   * @param code the vendor's code for the outcome
   */
  public Failure withVendorCode(String code) {
    return with(outcome.withVendorCode(code));
  }

  /**
   * {@return the same failure with the vendor's id of the request}
   *
   * @param id the vendor's id of the request
   */
  public Failure withRequestId(String id) {
    return with(outcome.withRequestId(id));
  }

  /**
   * {@return the same failure at this charge}
   *
   * @param charge what the question cost
   */
  public Failure withCharge(Charge charge) {
    return with(outcome.withCharge(charge));
  }

  /**
   * {@return the same failure with these earlier attempts, oldest first, in the place of its own}
   *
   * @param attempts the earlier attempts, oldest first
   */
  public Failure withEarlier(List<Attempt> attempts) {
    return with(outcome.withEarlier(attempts));
  }

  private Failure with(VendorOutcome other) {
    return new Failure(
        kind, other, retryAfter, maxRetries, shortOfTime, refusedUntil, skipped, reason);
  }

  /**
   * {@return the same failure, to be asked again after this wait}
   *
   * @param wait how long to wait before the next question
   */
  public Failure withRetryAfter(Duration wait) {
    Objects.requireNonNull(wait, "retryAfter");
    return new Failure(kind, outcome, wait, maxRetries, shortOfTime, refusedUntil, skipped, reason);
  }

  /**
   * {@return the same failure, after which the same provider is asked again this often at the most;
   * with 0 it is not asked again}
   *
   * @param most how often the same question may be sent again; zero for never
   */
  public Failure withMaxRetries(int most) {
    return new Failure(kind, outcome, retryAfter, most, shortOfTime, refusedUntil, skipped, reason);
  }

  /**
   * {@return the same failure, for want of time or not}
   *
   * @param wanting whether there was too little time left to ask
   */
  public Failure withShortOfTime(boolean wanting) {
    return new Failure(
        kind, outcome, retryAfter, maxRetries, wanting, refusedUntil, skipped, reason);
  }

  /**
   * {@return the same failure, of a number that the vendor refuses and is not asked until then}
   *
   * @param end the moment from which the vendor takes the number again
   */
  public Failure withRefusedUntil(Instant end) {
    Objects.requireNonNull(end, "refusedUntil");
    return new Failure(kind, outcome, retryAfter, maxRetries, shortOfTime, end, skipped, reason);
  }

  /**
   * {@return the same failure, of a provider that was not asked or of one that was}
   *
   * @param unasked whether the provider was passed over without a question
   */
  public Failure withSkipped(boolean unasked) {
    return new Failure(
        kind, outcome, retryAfter, maxRetries, shortOfTime, refusedUntil, unasked, reason);
  }

  /**
   * {@return the same failure in other words}
   *
   * @param words a sentence for people, without a person's data
   */
  public Failure withReason(String words) {
    return new Failure(
        kind, outcome, retryAfter, maxRetries, shortOfTime, refusedUntil, skipped, words);
  }

  /** {@return why there is no answer} */
  public FailureKind kind() {
    return kind;
  }

  /** {@return the provider's name in the configuration} */
  public String provider() {
    return outcome.provider();
  }

  /**
   * {@return the vendor's name of the operation that was asked; the check's own word, such as
   * {@code tenure}, where none was}
   */
  public String operation() {
    return outcome.operation();
  }

  /** {@return the vendor's own code, where it gave one} */
  public Optional<String> vendorCode() {
    return Optional.ofNullable(outcome.vendorCode());
  }

  /** {@return the vendor's id of the request, where it gave one} */
  public Optional<String> requestId() {
    return Optional.ofNullable(outcome.requestId());
  }

  /** {@return whether the vendor bills it} */
  public Charge charge() {
    return outcome.charge();
  }

  /** {@return how long to wait before asking again, where that is known} */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }

  /**
   * {@return how often the question may be repeated at the most, where a vendor's code allows fewer
   * repetitions than the kind does; 0 or more}
   */
  public OptionalInt maxRetries() {
    return maxRetries == null ? OptionalInt.empty() : OptionalInt.of(maxRetries);
  }

  /** {@return the attempts that came before this one, oldest first} */
  public List<Attempt> earlier() {
    return outcome.earlier();
  }

  /**
   * {@return whether the reply was lost because the time given was too short for this operation,
   * which says nothing of the vendor}
   */
  public boolean shortOfTime() {
    return shortOfTime;
  }

  /**
   * {@return until when the provider is not asked again about this number, and whatever else the
   * question told of a person, because its vendor refuses it; empty where it did not} Other numbers
   * can be asked.
   */
  public Optional<Instant> refusedUntil() {
    return Optional.ofNullable(refusedUntil);
  }

  /**
   * {@return whether the provider was not asked at all: the client decided so, for a reason that
   * {@link #reason} tells, and nothing was sent}
   */
  public boolean skipped() {
    return skipped;
  }

  /**
   * {@return a sentence for people: what happened and what to do} It is never a vendor's own text.
   */
  public String reason() {
    return reason;
  }

  boolean isFree() {
    return outcome.isFree();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Failure that
        && kind == that.kind
        && outcome.equals(that.outcome)
        && Objects.equals(retryAfter, that.retryAfter)
        && Objects.equals(maxRetries, that.maxRetries)
        && shortOfTime == that.shortOfTime
        && Objects.equals(refusedUntil, that.refusedUntil)
        && skipped == that.skipped
        && reason.equals(that.reason);
  }

  @Override
  public int hashCode() {
    return Objects.hash(
        kind, outcome, retryAfter, maxRetries, shortOfTime, refusedUntil, skipped, reason);
  }

  @Override
  public String toString() {
    return "Failure[kind="
        + kind
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
        + ", retryAfter="
        + retryAfter()
        + ", maxRetries="
        + maxRetries()
        + ", earlier="
        + earlier()
        + ", shortOfTime="
        + shortOfTime
        + ", refusedUntil="
        + refusedUntil()
        + ", skipped="
        + skipped
        + ", reason="
        + reason
        + ']';
  }
}
