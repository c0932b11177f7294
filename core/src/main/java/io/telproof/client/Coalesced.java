package io.telproof.client;

import io.telproof.Answer;
import io.telproof.CallContext;
import io.telproof.Charge;
import io.telproof.Check;
import io.telproof.Failure;
import io.telproof.Kind;
import io.telproof.Served;
import io.telproof.VerificationException;
import io.telproof.spi.Capability;
import io.telproof.spi.Deadline;
import io.telproof.spi.Time;
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
 * <p>Stands outside of {@link Kept}: an answer is kept before the question is over, so that nobody
 * can come between the two and ask once more. Thread-safe.
 */
final class Coalesced<Q, V> implements Check<Q, V> {
  private static final String NO_PROVIDER = "telproof";

  private final ConcurrentMap<String, UnderWay<V>> underWay = new ConcurrentHashMap<>();
  private final Check<Q, V> next;
  private final Capability capability;
  private final Fingerprint fingerprint;
  private final Time time;
  // Made in time: whatever broke off, those who wait are told.
  private final VerificationException brokenOff;

  Coalesced(Check<Q, V> next, Capability capability, Fingerprint fingerprint, Time time) {
    this.next = next;
    this.capability = capability;
    this.fingerprint = fingerprint;
    this.time = time;
    this.brokenOff =
        failure(
            capability, Kind.INDETERMINATE, "the question broke off and may have been carried out");
  }

  @Override
  public Answer<V> check(Q query, CallContext context) {
    String question = fingerprint.of(capability, query);
    Deadline deadline = Deadline.in(context.within(), time);
    UnderWay<V> mine = new UnderWay<>(deadline);
    long started = time.nanos();
    CallContext left = context;
    while (true) {
      @Nullable UnderWay<V> theirs = underWay.putIfAbsent(question, mine);
      if (theirs == null) {
        return lead(question, mine, query, left);
      }
      if (theirs.isTooShortFor(deadline.left())) {
        // Where it is over meanwhile, the next look finds another one, or none.
        if (underWay.replace(question, theirs, mine)) {
          return lead(question, mine, query, left);
        }
      } else {
        Optional<Answer<V>> shared = follow(theirs, deadline);
        if (shared.isPresent()) {
          return again(shared.get(), Duration.ofNanos(time.nanos() - started));
        }
      }
      Duration rest = deadline.left();
      if (rest.isZero()) {
        throw outOfTime();
      }
      left = context.withTimeLeft(rest);
    }
  }

  private Answer<V> lead(String question, UnderWay<V> mine, Q query, CallContext context) {
    Answer<V> answer;
    try {
      answer = next.check(query, context);
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
  private Optional<Answer<V>> follow(UnderWay<V> theirs, Deadline deadline) {
    try {
      if (!theirs.waited(deadline.left())) {
        throw outOfTime();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw unavailable("this caller was interrupted while it waited for it");
    }
    Optional<VerificationException> failure = theirs.failure();
    if (failure.filter(Coalesced::perhapsCarriedOut).isPresent()) {
      throw shared(failure.get().failure());
    }
    return theirs.answer();
  }

  /** What was kept was not asked for the other one either. */
  private static <V> Answer<V> again(Answer<V> theirs, Duration waited) {
    Served how = theirs.receipt().served();
    return theirs.withReceipt(
        theirs.receipt().again(how == Served.ASKED ? Served.SHARED : how, waited));
  }

  private static boolean perhapsCarriedOut(VerificationException failure) {
    return failure.kind() == Kind.INDETERMINATE
        || failure.kind() == Kind.PROTOCOL
        || !Bill.isFree(failure);
  }

  private VerificationException outOfTime() {
    return unavailable("it took longer than this caller's time");
  }

  private VerificationException unavailable(String why) {
    return failure(
        capability,
        Kind.UNAVAILABLE,
        "somebody else's same question is under way, and "
            + why
            + "; nothing was sent for this one");
  }

  private static VerificationException failure(Capability capability, Kind kind, String reason) {
    return new VerificationException(Failure.of(kind, NO_PROVIDER, capability.key(), reason));
  }

  /** The same failure for one whose question was never put: what it cost is the other's. */
  private static VerificationException shared(Failure theirs) {
    return new VerificationException(
        new Failure(
            theirs.kind(),
            theirs.provider(),
            theirs.operation(),
            theirs.vendorCode(),
            theirs.requestId(),
            Charge.FREE,
            theirs.retryAfter(),
            theirs.repeats(),
            List.of(),
            theirs.shortOfTime(),
            theirs.reason()
                + "; this was somebody else's same question, shared: nothing was sent for this"
                + " one"));
  }
}
