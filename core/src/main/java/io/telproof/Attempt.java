package io.telproof;

import java.io.Serializable;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells of one attempt that came before the answer or the failure that carries it. Immutable. */
public final class Attempt implements Serializable {
  private static final long serialVersionUID = 1L;

  private final String provider;
  private final String operation;
  private final @Nullable FailureKind failure;
  private final Charge charge;
  private final Duration elapsed;
  // Not there in what was written before it was: false.
  private final boolean skipped;
  private final String reason;

  private Attempt(
      String provider,
      String operation,
      @Nullable FailureKind failure,
      Charge charge,
      Duration elapsed,
      boolean skipped,
      String reason) {
    this.provider = Objects.requireNonNull(provider, "provider");
    this.operation = Objects.requireNonNull(operation, "operation");
    this.failure = failure;
    this.charge = Objects.requireNonNull(charge, "charge");
    this.elapsed = Objects.requireNonNull(elapsed, "elapsed");
    this.skipped = skipped;
    this.reason = Objects.requireNonNull(reason, "reason");
  }

  /**
   * {@return an attempt that did not fail: the vendor answered that it does not cover the number}
   *
   * @param provider the provider's name in the configuration
   * @param operation the vendor's name of the operation
   * @param charge what the question cost
   * @param elapsed how long the attempt took
   * @param reason a sentence for people: why it brought no answer
   */
  public static Attempt of(
      String provider, String operation, Charge charge, Duration elapsed, String reason) {
    return new Attempt(provider, operation, null, charge, elapsed, false, reason);
  }

  /**
   * {@return an attempt that failed so}
   *
   * @param failure what the attempt ended with
   * @param elapsed how long the attempt took
   */
  public static Attempt failed(VerificationException failure, Duration elapsed) {
    return of(
            failure.provider(),
            failure.operation(),
            failure.charge(),
            elapsed,
            failure.failure().reason())
        .withFailure(failure.kind())
        .withSkipped(failure.failure().skipped());
  }

  /**
   * {@return the same attempt, ended in a failure of this kind}
   *
   * @param kind why it gave no answer
   */
  public Attempt withFailure(FailureKind kind) {
    Objects.requireNonNull(kind, "failure");
    return new Attempt(provider, operation, kind, charge, elapsed, skipped, reason);
  }

  /**
   * {@return the same attempt, at a provider that was not asked or at one that was}
   *
   * @param unasked whether the provider was passed over without a question
   */
  public Attempt withSkipped(boolean unasked) {
    return new Attempt(provider, operation, failure, charge, elapsed, unasked, reason);
  }

  /** {@return the provider's name in the configuration} */
  public String provider() {
    return provider;
  }

  /**
   * {@return the vendor's name of the operation that was asked; the check's own word, such as
   * {@code tenure}, where none was}
   */
  public String operation() {
    return operation;
  }

  /**
   * {@return the kind in which it ended; empty where the vendor answered that it does not cover the
   * number}
   */
  public Optional<FailureKind> failure() {
    return Optional.ofNullable(failure);
  }

  /** {@return whether the vendor bills it} */
  public Charge charge() {
    return charge;
  }

  /** {@return how long it took, the wait for a permit included} */
  public Duration elapsed() {
    return elapsed;
  }

  /**
   * {@return whether the provider was not asked at all: the client decided so, for a reason that
   * {@link #reason} tells, and nothing was sent}
   */
  public boolean skipped() {
    return skipped;
  }

  /** {@return a sentence for people: why it brought no answer, or was not made at all} */
  public String reason() {
    return reason;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Attempt that
        && provider.equals(that.provider)
        && operation.equals(that.operation)
        && failure == that.failure
        && charge == that.charge
        && elapsed.equals(that.elapsed)
        && skipped == that.skipped
        && reason.equals(that.reason);
  }

  @Override
  public int hashCode() {
    return Objects.hash(provider, operation, failure, charge, elapsed, skipped, reason);
  }

  @Override
  public String toString() {
    return "Attempt[provider="
        + provider
        + ", operation="
        + operation
        + ", failure="
        + failure()
        + ", charge="
        + charge
        + ", elapsed="
        + elapsed
        + ", skipped="
        + skipped
        + ", reason="
        + reason
        + ']';
  }
}
