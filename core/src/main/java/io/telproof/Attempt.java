package io.telproof;

import java.io.Serializable;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * One attempt that came before the answer or the failure that carries it. Immutable.
 *
 * @param provider the provider's name in the configuration
 * @param operation the vendor's name of the operation that was asked
 * @param failure the kind in which it ended; empty where the vendor answered that it does not cover
 *     the number
 * @param charge whether the vendor bills it
 * @param elapsed how long it took, the wait for a permit included
 * @param reason a sentence for people: why it brought no answer, or was not made at all
 */
public record Attempt(
    String provider,
    String operation,
    Optional<FailureKind> failure,
    Charge charge,
    Duration elapsed,
    String reason)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Refuses null. */
  public Attempt {
    Objects.requireNonNull(provider, "provider");
    Objects.requireNonNull(operation, "operation");
    Objects.requireNonNull(failure, "failure");
    Objects.requireNonNull(charge, "charge");
    Objects.requireNonNull(elapsed, "elapsed");
    Objects.requireNonNull(reason, "reason");
  }

  /** An attempt that failed so. */
  public static Attempt failed(VerificationException failure, Duration elapsed) {
    return new Attempt(
        failure.provider(),
        failure.operation(),
        Optional.of(failure.kind()),
        failure.charge(),
        elapsed,
        failure.failure().reason());
  }

  private Object writeReplace() {
    return AttemptForm.of(this);
  }
}
