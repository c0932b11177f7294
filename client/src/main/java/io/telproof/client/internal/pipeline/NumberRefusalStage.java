package io.telproof.client.internal.pipeline;

import io.telproof.Answer;
import io.telproof.Failure;
import io.telproof.FailureKind;
import io.telproof.VerificationException;
import io.telproof.client.internal.event.Callbacks;
import io.telproof.client.internal.event.Fingerprint;
import io.telproof.spi.CheckType;
import io.telproof.spi.ratelimit.NumberRefusals;
import io.telproof.spi.time.Time;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does not ask a provider about a number that its vendor has refused for a while, and remembers
 * such a refusal. Keyed by a hash, so that no number stays anywhere for it. Where what is
 * remembered cannot be had, the provider is asked: a vendor that refuses once more does so for
 * nothing. Thread-safe.
 */
final class NumberRefusalStage<Q, V> implements Stage<Q, V> {
  private static final Logger LOG = LoggerFactory.getLogger(NumberRefusalStage.class);
  private static final String MEMORY = "the memory of refused numbers";

  private final Stage<Q, V> next;
  private final NumberRefusals refusals;
  private final Fingerprint fingerprint;
  private final CheckType check;
  private final String provider;
  private final Function<Q, String> operation;
  private final Time time;

  /**
   * Stands before {@code next}.
   *
   * @param operation whose account is asked a question, and which of its operations
   */
  NumberRefusalStage(
      Stage<Q, V> next,
      NumberRefusals refusals,
      Fingerprint fingerprint,
      CheckType check,
      String provider,
      Function<Q, String> operation,
      Time time) {
    this.next = next;
    this.refusals = refusals;
    this.fingerprint = fingerprint;
    this.check = check;
    this.provider = provider;
    this.operation = operation;
    this.time = time;
  }

  @Override
  public Answer<V> ask(Q query, Call call) {
    Optional<Instant> until = until(query);
    if (until.isPresent()) {
      throw new VerificationException(refused(until.get()));
    }
    try {
      return next.ask(query, call);
    } catch (VerificationException e) {
      e.failure()
          .refusedUntil()
          .ifPresent(end -> Callbacks.run(MEMORY, () -> refusals.add(person(query), end), LOG));
      throw e;
    }
  }

  private String person(Q query) {
    return fingerprint.person(operation.apply(query), check, query);
  }

  /** Until when it is refused; empty where it is not by now, by this machine's clock. */
  private Optional<Instant> until(Q query) {
    AtomicReference<@Nullable Instant> found = new AtomicReference<>();
    Callbacks.run(
        MEMORY,
        () -> {
          if (!refusals.isEmpty()) {
            refusals.until(person(query)).ifPresent(found::set);
          }
        },
        LOG);
    return Optional.ofNullable(found.get()).filter(end -> end.isAfter(time.now()));
  }

  private Failure refused(Instant until) {
    return Failure.of(
            FailureKind.QUOTA,
            provider,
            check.key(),
            "the vendor has refused to be asked about this again before "
                + until.plusNanos(999_999_999).truncatedTo(ChronoUnit.SECONDS)
                + "; nothing was sent; another provider can be asked now")
        .withSkipped(true)
        .withRefusedUntil(until)
        .withRetryAfter(Duration.between(time.now(), until));
  }

  /** Nothing of what is remembered. */
  @Override
  public String toString() {
    return "NumberRefusalStage[***]";
  }
}
