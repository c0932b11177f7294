package io.telproof;

import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A failure as Java writes it: an {@link Optional} cannot be written, null can. Who adds a
 * component to {@link Failure} adds it here, and nowhere else.
 */
record FailureForm(
    FailureKind kind,
    String provider,
    String operation,
    @Nullable String vendorCode,
    @Nullable String requestId,
    Charge charge,
    @Nullable Duration retryAfter,
    @Nullable Integer repeats,
    List<Attempt> earlier,
    boolean shortOfTime,
    String reason)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  static FailureForm of(Failure failure) {
    return new FailureForm(
        failure.kind(),
        failure.provider(),
        failure.operation(),
        failure.vendorCode().orElse(null),
        failure.requestId().orElse(null),
        failure.charge(),
        failure.retryAfter().orElse(null),
        failure.maxRetries().isPresent() ? failure.maxRetries().getAsInt() : null,
        failure.earlier(),
        failure.shortOfTime(),
        failure.reason());
  }

  private Object readResolve() {
    return new Failure(
        kind,
        provider,
        operation,
        Optional.ofNullable(vendorCode),
        Optional.ofNullable(requestId),
        charge,
        Optional.ofNullable(retryAfter),
        repeats == null ? OptionalInt.empty() : OptionalInt.of(repeats),
        earlier,
        shortOfTime,
        reason);
  }
}
