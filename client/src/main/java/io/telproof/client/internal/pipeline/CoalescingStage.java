package io.telproof.client.internal.pipeline;

import io.telproof.Answer;
import io.telproof.AnswerOrigin;
import io.telproof.Charge;
import io.telproof.Failure;
import io.telproof.FailureKind;
import io.telproof.VerificationException;
import io.telproof.client.internal.event.Fingerprint;
import io.telproof.spi.CheckType;
import io.telproof.spi.time.Stopwatch;
import io.telproof.spi.time.Time;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.jspecify.annotations.Nullable;

/**
 * Puts the same question once for all who ask it at the same moment. The first asks, on its own
 * thread and in its own time; the others wait for what comes of it, each in its own time.
 *
 * <p>They are given its answer, and its failure too where that may have cost something: asking
 * again would be a second charge. Where it was certainly free, one of them asks next, and the rest
 * wait for that one: a vendor that is down does not see them all at once.
 *
 * <p>Who has little time loses an answer that others would have waited for. One who has more than
 * twice the time that is left to whoever asks therefore asks for itself, and those who come later
 * follow this one.
 *
 * <p>Stands outside of {@link CacheStage}: an answer is kept before the question is over, so that
 * nobody can come between the two and ask once more. Thread-safe.
 */
final class CoalescingStage<Q, V> implements Stage<Q, V> {
  private static final String NO_PROVIDER = "telproof";

  private final ConcurrentMap<String, InFlightQuestion<V>> underWay = new ConcurrentHashMap<>();
  private final Stage<Q, V> next;
  private final CheckType check;
  private final Fingerprint fingerprint;
  private final Time time;
  // Made in time: whatever broke off, those who wait are told.
  private final VerificationException brokenOff;

  CoalescingStage(Stage<Q, V> next, CheckType check, Fingerprint fingerprint, Time time) {
    this.next = next;
    this.check = check;
    this.fingerprint = fingerprint;
    this.time = time;
    this.brokenOff =
        new VerificationException(
            failure(
                check,
                FailureKind.INDETERMINATE,
                "the question broke off and may have been carried out"));
  }

  @Override
  public Answer<V> ask(Q query, Call call) {
    String question = fingerprint.of(check, query);
    InFlightQuestion<V> mine = new InFlightQuestion<>(call.deadline());
    Stopwatch stopwatch = Stopwatch.start(time);
    while (true) {
      @Nullable InFlightQuestion<V> theirs = underWay.putIfAbsent(question, mine);
      if (theirs == null) {
        return lead(question, mine, query, call);
      }
      if (theirs.isTooShortFor(call.left())) {
        // Where it is over meanwhile, the next look finds another one, or none.
        if (underWay.replace(question, theirs, mine)) {
          return lead(question, mine, query, call);
        }
      } else {
        Optional<Answer<V>> shared = follow(theirs, call);
        if (shared.isPresent()) {
          return again(shared.get(), stopwatch.elapsed());
        }
      }
      if (call.isOver()) {
        throw outOfTime();
      }
    }
  }

  /** Asks for all who ask the same, and tells them what came of it. */
  private Answer<V> lead(String question, InFlightQuestion<V> mine, Q query, Call call) {
    Answer<V> answer;
    try {
      answer = next.ask(query, call);
    } catch (Throwable e) {
      // Before anybody is told: who then asks for itself must not meet this question again.
      underWay.remove(question, mine);
      mine.failed(e instanceof VerificationException failure ? failure : brokenOff);
      throw e;
    }
    underWay.remove(question, mine);
    mine.answered(answer);
    return answer;
  }

  /** Waits for the other's outcome; empty where it failed and was certainly free. */
  private Optional<Answer<V>> follow(InFlightQuestion<V> theirs, Call call) {
    try {
      if (!theirs.waited(call.left())) {
        throw outOfTime();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unavailable("this caller was interrupted while it waited for it");
    }
    Optional<VerificationException> failure = theirs.failure();
    if (failure.filter(CoalescingStage::perhapsCarriedOut).isPresent()) {
      throw shared(failure.get().failure());
    }
    return theirs.answer();
  }

  /** What was kept was not asked for the other one either. */
  private static <V> Answer<V> again(Answer<V> theirs, Duration waited) {
    AnswerOrigin how = theirs.receipt().origin();
    return theirs.withReceipt(
        theirs
            .receipt()
            .withOrigin(how == AnswerOrigin.FRESH ? AnswerOrigin.COALESCED : how, waited));
  }

  private static boolean perhapsCarriedOut(VerificationException failure) {
    return failure.kind() == FailureKind.INDETERMINATE
        || failure.kind() == FailureKind.PROTOCOL
        || !failure.isFree();
  }

  private VerificationException outOfTime() {
    return unavailable("it took longer than this caller's time");
  }

  private VerificationException unavailable(String why) {
    return new VerificationException(
        failure(
                check,
                FailureKind.UNAVAILABLE,
                "somebody else's same question is under way, and "
                    + why
                    + "; nothing was sent for this one")
            .withSkipped(true));
  }

  private static Failure failure(CheckType check, FailureKind kind, String reason) {
    return Failure.of(kind, NO_PROVIDER, check.key(), reason);
  }

  /** The same failure for one whose question was never put: what it cost is the other's. */
  private static VerificationException shared(Failure theirs) {
    return new VerificationException(
        theirs
            .withCharge(Charge.FREE)
            .withEarlier(List.of())
            .withReason(
                theirs.reason()
                    + "; this was somebody else's same question, shared: nothing was sent for this"
                    + " one"));
  }
}
