package io.telproof;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Thrown where a question got no answer. One class for every failure: {@link #kind()} says which.
 * Its message, like its fields, holds nothing about the person or the number. Serialized and read
 * again, it is the same in every word. Immutable but for what {@link Throwable} adds.
 */
public final class VerificationException extends RuntimeException {
  // 1 was written without the failure.
  private static final long serialVersionUID = 2L;

  private final Failure failure;

  /**
   * An exception for this failure.
   *
   * @param failure what is known of the failure
   */
  public VerificationException(Failure failure) {
    this(failure, null);
  }

  /**
   * An exception for this failure, whose cause must hold nothing about the person or number.
   *
   * @param failure what is known of the failure
   * @param cause what it came from, or null
   */
  public VerificationException(Failure failure, @Nullable Throwable cause) {
    super(message(failure), cause);
    this.failure = failure;
  }

  private static String message(Failure failure) {
    StringBuilder text =
        new StringBuilder()
            .append(failure.kind())
            .append(" from ")
            .append(failure.provider())
            .append(' ')
            .append(failure.operation())
            .append(": ")
            .append(failure.reason())
            .append(" (");
    failure.vendorCode().ifPresent(code -> text.append("code ").append(code).append(", "));
    failure.requestId().ifPresent(id -> text.append("request ").append(id).append(", "));
    return text.append("charge ").append(failure.charge()).append(')').toString();
  }

  /**
   * {@return the same failure with these earlier attempts; it says the same and was thrown in the
   * same place}
   *
   * @param attempts the earlier attempts, oldest first
   */
  public VerificationException withEarlier(List<Attempt> attempts) {
    VerificationException whole =
        new VerificationException(failure.withEarlier(attempts), getCause());
    whole.setStackTrace(getStackTrace());
    return whole;
  }

  /** {@return everything that is known of the failure} */
  public Failure failure() {
    return failure;
  }

  /** {@return why there is no answer} */
  public FailureKind kind() {
    return failure.kind();
  }

  /** {@return the provider's name in the configuration} */
  public String provider() {
    return failure.provider();
  }

  /** {@return the vendor's name of the operation that was asked} */
  public String operation() {
    return failure.operation();
  }

  /** {@return the vendor's own code, where it gave one} */
  public Optional<String> vendorCode() {
    return failure.vendorCode();
  }

  /** {@return the vendor's id of the request, where it gave one} */
  public Optional<String> requestId() {
    return failure.requestId();
  }

  /** {@return whether the vendor bills it} */
  public Charge charge() {
    return failure.charge();
  }

  /**
   * {@return whether the question certainly cost nothing, the attempts before this one included}
   */
  public boolean isFree() {
    return failure.isFree();
  }

  /** {@return how long to wait before asking again, where that is known} */
  public Optional<Duration> retryAfter() {
    return failure.retryAfter();
  }

  /**
   * {@return whether the reply was lost because the time given was too short for this operation}
   */
  public boolean shortOfTime() {
    return failure.shortOfTime();
  }

  /** {@return the attempts that came before this one, oldest first} */
  public List<Attempt> earlier() {
    return failure.earlier();
  }
}
