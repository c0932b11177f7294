package io.telproof;

import java.io.Serializable;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An attempt as Java writes it: an {@link Optional} cannot be written, null can. */
record AttemptForm(
    String provider,
    String operation,
    @Nullable FailureKind failure,
    Charge charge,
    Duration elapsed,
    String reason)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  static AttemptForm of(Attempt attempt) {
    return new AttemptForm(
        attempt.provider(),
        attempt.operation(),
        attempt.failure().orElse(null),
        attempt.charge(),
        attempt.elapsed(),
        attempt.reason());
  }

  private Object readResolve() {
    return new Attempt(provider, operation, Optional.ofNullable(failure), charge, elapsed, reason);
  }
}
