package io.telproof;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Tells who answered a question, what the vendor called the answer, and what it cost. Holds nothing
 * about the person or the number. Made by {@link #of}, and by {@code with…} for what is not always
 * there. Immutable.
 */
public final class Receipt {
  private final VendorOutcome outcome;
  private final Instant at;
  private final Duration elapsed;
  private final AnswerOrigin origin;

  private Receipt(VendorOutcome outcome, Instant at, Duration elapsed, AnswerOrigin origin) {
    this.outcome = outcome;
    this.at = Objects.requireNonNull(at, "at");
    this.elapsed = Objects.requireNonNull(elapsed, "elapsed");
    this.origin = Objects.requireNonNull(origin, "origin");
  }

  /**
   * {@return the receipt of a question that was put for this caller, without ids and without
   * earlier attempts}
   *
   * @param provider the provider's name in the configuration
   * @param operation the vendor's name of the operation
   * @param charge what the question cost
   * @param at the moment at which the answer was there
   * @param elapsed how long it took
   */
  public static Receipt of(
      String provider, String operation, Charge charge, Instant at, Duration elapsed) {
    return new Receipt(
        VendorOutcome.of(provider, operation, charge), at, elapsed, AnswerOrigin.FRESH);
  }

  /**
   * {@return the receipt of an answer that was given without asking the vendor: free, and at once}
   *
   * @param provider the provider's name in the configuration
   * @param operation the vendor's name of the operation
   * @param at the moment at which the answer was there
   */
  public static Receipt unsent(String provider, String operation, Instant at) {
    return of(provider, operation, Charge.FREE, at, Duration.ZERO);
  }

  /**
   * {@return whether the answer was given without asking the vendor, as by {@link #unsent(String,
   * String, Instant)}: free, at once, and without a word of the vendor}
   */
  public boolean isUnsent() {
    return charge() == Charge.FREE
        && elapsed().isZero()
        && vendorCode().isEmpty()
        && requestId().isEmpty();
  }

  /**
   * {@return the same receipt with the vendor's id of the request}
   *
   * @param id the vendor's id of the request
   */
  public Receipt withRequestId(String id) {
    return with(outcome.withRequestId(id));
  }

  /**
   * {@return the same receipt with the vendor's own code for the outcome}
   *
   * @param code the vendor's code for the outcome
   */
  public Receipt withVendorCode(String code) {
    return with(outcome.withVendorCode(code));
  }

  /**
   * {@return the same receipt at this charge}
   *
   * @param charge what the question cost
   */
  public Receipt withCharge(Charge charge) {
    return with(outcome.withCharge(charge));
  }

  /**
   * {@return the same receipt with these earlier attempts, oldest first, in the place of its own}
   *
   * @param attempts the earlier attempts, oldest first
   */
  public Receipt withEarlier(List<Attempt> attempts) {
    return with(outcome.withEarlier(attempts));
  }

  private Receipt with(VendorOutcome other) {
    return new Receipt(other, at, elapsed, origin);
  }

  /**
   * {@return the receipt of another caller who is given the same answer without a question of its
   * own: free, and without the attempts, which are on the bill of the one who asked}
   *
   * @param how how this caller came by the answer
   * @param waited how long this caller waited for it
   */
  public Receipt withOrigin(AnswerOrigin how, Duration waited) {
    return new Receipt(outcome.withCharge(Charge.FREE).withEarlier(List.of()), at, waited, how);
  }

  /** {@return the provider's name in the configuration} */
  public String provider() {
    return outcome.provider();
  }

  /** {@return the vendor's name of the operation that was asked} */
  public String operation() {
    return outcome.operation();
  }

  /**
   * {@return the vendor's id of the request, to be quoted to its support; empty where it gave none}
   */
  public Optional<String> requestId() {
    return Optional.ofNullable(outcome.requestId());
  }

  /**
   * {@return the vendor's own code for this outcome; where a second field decides, both, joined by
   * a slash} Empty where it gave none.
   */
  public Optional<String> vendorCode() {
    return Optional.ofNullable(outcome.vendorCode());
  }

  /** {@return whether the vendor bills it} */
  public Charge charge() {
    return outcome.charge();
  }

  /** {@return when the question was put, by this machine's clock} */
  public Instant at() {
    return at;
  }

  /** {@return how long it took, the wait for a permit included} */
  public Duration elapsed() {
    return elapsed;
  }

  /** {@return the attempts that came before this one, oldest first} */
  public List<Attempt> earlier() {
    return outcome.earlier();
  }

  /**
   * {@return whether the question was put for this caller; where it was not, its charge is {@link
   * Charge#FREE}}
   */
  public AnswerOrigin origin() {
    return origin;
  }

  /**
   * {@return whether the question certainly cost nothing, the attempts before this one included}
   */
  public boolean isFree() {
    return outcome.isFree();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Receipt that
        && outcome.equals(that.outcome)
        && at.equals(that.at)
        && elapsed.equals(that.elapsed)
        && origin == that.origin;
  }

  @Override
  public int hashCode() {
    return Objects.hash(outcome, at, elapsed, origin);
  }

  @Override
  public String toString() {
    return "Receipt[provider="
        + provider()
        + ", operation="
        + operation()
        + ", requestId="
        + requestId()
        + ", vendorCode="
        + vendorCode()
        + ", charge="
        + charge()
        + ", at="
        + at
        + ", elapsed="
        + elapsed
        + ", earlier="
        + earlier()
        + ", origin="
        + origin
        + ']';
  }
}
