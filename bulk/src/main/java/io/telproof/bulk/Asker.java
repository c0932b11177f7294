package io.telproof.bulk;

import io.telproof.CallContext;
import io.telproof.Check;
import io.telproof.Failure;
import io.telproof.FailureKind;
import io.telproof.VerificationException;
import io.telproof.bulk.BulkReport.Kind;
import io.telproof.bulk.BulkReport.Stop;
import io.telproof.spi.time.Stopwatch;
import io.telproof.spi.time.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
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
  private final AtomicReference<@Nullable Pause> pause = new AtomicReference<>();

  /**
   * Why questions have to be asked again.
   *
   * @param until when the last of them is, by the nanoseconds of time
   */
  record Pause(String why, long until) {}

  Asker(
      Check<Object, ?> check, Function<Question, CallContext> context, Time time, StopSignal stop) {
    this.check = check;
    this.context = context;
    this.time = time;
    this.stop = stop;
  }

  /** The pause at this time; empty where a question was answered since. */
  Optional<Pause> pause() {
    return Optional.ofNullable(pause.get());
  }

  /** What came of it; empty where the run stops before anything did, and nothing was billed. */
  Optional<Outcome> ask(Question question) {
    Duration wait = FIRST_WAIT;
    while (!stop.isGiven()) {
      Instant at = time.now();
      Stopwatch stopwatch = Stopwatch.start(time);
      try {
        Outcome outcome = Outcome.of(check.check(question.query(), context.apply(question)));
        pause.set(null);
        return Optional.of(outcome);
      } catch (VerificationException e) {
        Failure failure = e.failure();
        if (!e.isFree()) {
          return Optional.of(Outcome.of(failure, at, stopwatch.elapsed()));
        }
        if (isForAll(failure)) {
          stop.give(new Stop(Kind.VENDOR, failure.kind() + ": " + failure.reason()));
          return Optional.empty();
        }
        if (!isForLater(failure)) {
          return Optional.of(Outcome.of(failure, at, stopwatch.elapsed()));
        }
        Duration next = failure.retryAfter().orElse(wait);
        pause.set(
            new Pause(failure.kind() + ": " + failure.reason(), time.nanos() + next.toNanos()));
        if (!waited(next)) {
          return Optional.empty();
        }
        wait =
            wait.multipliedBy(2).compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait.multipliedBy(2);
      }
    }
    return Optional.empty();
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
