package io.telproof.bulk;

import io.telproof.CallContext;
import io.telproof.Check;
import io.telproof.Failure;
import io.telproof.FailureKind;
import io.telproof.VerificationException;
import io.telproof.bulk.BulkReport.Kind;
import io.telproof.bulk.BulkReport.Stop;
import io.telproof.bulk.internal.file.Outcome;
import io.telproof.spi.time.Stopwatch;
import io.telproof.spi.time.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Asks a question until something came of it that is worth to be written: what was certainly not
 * carried out, because the vendor was busy or away, is asked again for as long as the run lasts.
 * Thread-safe.
 */
final class Asker {
  private static final Duration FIRST_WAIT = Duration.ofSeconds(1);
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(30);

  private final Check<Object, ?> check;
  private final Function<Question, CallContext> context;
  private final Time time;
  private final StopSignal stop;
  private final Duration patience;
  private final AtomicReference<@Nullable String> pause = new AtomicReference<>();
  private final AtomicLong answeredAt;
  private final AtomicLong toldUntil;

  /**
   * For one run.
   *
   * @param patience how long a question is asked again while others are answered
   */
  Asker(
      Check<Object, ?> check,
      Function<Question, CallContext> context,
      Duration patience,
      Time time,
      StopSignal stop) {
    this.check = check;
    this.context = context;
    this.patience = patience;
    this.time = time;
    this.stop = stop;
    this.answeredAt = new AtomicLong(time.nanos());
    this.toldUntil = new AtomicLong(time.nanos());
  }

  /** Why questions have to be asked again; empty where one was answered since. */
  Optional<String> pause() {
    return Optional.ofNullable(pause.get());
  }

  /**
   * Since when nothing is answered, by the nanoseconds of time. A wait that the vendor told and
   * that is longer than the patience, as to the next day, is no silence: it may be in the future.
   */
  long silentSince() {
    return Math.max(answeredAt.get(), toldUntil.get());
  }

  /** What came of it; empty where the run stops before anything did, and nothing was billed. */
  Optional<Outcome> ask(Question question) {
    Duration wait = FIRST_WAIT;
    long begun = time.nanos();
    while (!stop.isGiven()) {
      Instant at = time.now();
      Stopwatch stopwatch = Stopwatch.start(time);
      try {
        Outcome outcome = Outcome.of(check.check(question.query(), context.apply(question)));
        pause.set(null);
        answeredAt.accumulateAndGet(time.nanos(), Math::max);
        return Optional.of(outcome);
      } catch (VerificationException e) {
        Failure failure = e.failure();
        if (!e.isFree()) {
          return Optional.of(Outcome.of(failure, at, stopwatch.elapsed()));
        }
        if (isForAll(failure)) {
          stop.give(new Stop(Kind.VENDOR, forAll(question, failure)));
          return Optional.empty();
        }
        if (!isForLater(failure) || isGivenUp(begun)) {
          return Optional.of(Outcome.of(failure, at, stopwatch.elapsed()));
        }
        Duration next = failure.retryAfter().orElse(wait);
        if (next.compareTo(patience) > 0) {
          toldUntil.accumulateAndGet(time.nanos() + next.toNanos(), Math::max);
        }
        pause.set(failure.kind() + ": " + failure.reason());
        if (!waited(next)) {
          return Optional.empty();
        }
        wait =
            wait.multipliedBy(2).compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait.multipliedBy(2);
      }
    }
    return Optional.empty();
  }

  private static String forAll(Question question, Failure failure) {
    return failure.kind()
        + " from "
        + failure.provider()
        + ' '
        + failure.operation()
        + ", line "
        + question.row().line()
        + ": "
        + failure.reason()
        + "; start it again once that is mended";
  }

  /** Others are answered, and this one is not for longer than anybody waits. */
  private boolean isGivenUp(long begun) {
    return time.nanos() - begun > patience.toNanos() && answeredAt.get() > begun;
  }

  private static boolean isForLater(Failure failure) {
    return failure.kind() == FailureKind.THROTTLED || failure.kind() == FailureKind.UNAVAILABLE;
  }

  /** Whether no row would fare better, until a person has mended it or another day has come. */
  private static boolean isForAll(Failure failure) {
    return switch (failure.kind()) {
      case UNAUTHORIZED, ACCOUNT -> true;
      case QUOTA -> failure.refusedUntil().isEmpty();
      default -> false;
    };
  }

  /** Whether the wait came to its end before the run did. */
  private boolean waited(Duration wait) {
    try {
      time.await(wait, stop.signal());
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
