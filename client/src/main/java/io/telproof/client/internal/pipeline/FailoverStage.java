package io.telproof.client.internal.pipeline;

import io.telproof.Answer;
import io.telproof.VerificationException;
import io.telproof.spi.time.Stopwatch;
import io.telproof.spi.time.Time;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * Asks the providers of a route that serve the number in turn, while the failure's kind or the gap
 * allows to go elsewhere, there is time left, and another charge can be afforded. What may have
 * been carried out is never asked elsewhere.
 */
final class FailoverStage<Q, V> implements Stage<Q, V> {
  // Vendors count by the second: whoever comes too late for this one has its turn in the next.
  private static final Duration STANDARD_WAIT = Duration.ofSeconds(1);
  private static final int STANDARD_PART = 10;
  private static final int LARGEST_PART = 2;

  private final List<Candidate<Q, V>> candidates;
  private final Optional<Duration> maxWait;
  private final BooleanSupplier affordable;
  private final Time time;

  /**
   * The providers of one route.
   *
   * @param candidates one or more
   * @param maxWait how long a permit is worth waiting for while another provider can be asked, and
   *     half of the time that is left at the most; else a second, and a tenth of that time
   * @param affordable whether another question may be charged
   */
  FailoverStage(
      List<Candidate<Q, V>> candidates,
      Optional<Duration> maxWait,
      BooleanSupplier affordable,
      Time time) {
    this.candidates = List.copyOf(candidates);
    this.maxWait = maxWait;
    this.affordable = affordable;
    this.time = time;
  }

  @Override
  public Answer<V> ask(Q query, Call call) {
    AttemptLog tried = new AttemptLog();
    int last = lastThatServes(query);
    for (int i = 0; i < last; i++) {
      Candidate<Q, V> candidate = candidates.get(i);
      if (!candidate.serves(query)) {
        tried.add(candidate.notServed().receipt(), candidate.objection(query));
        continue;
      }
      Stopwatch stopwatch = Stopwatch.start(time);
      Answer<V> answer;
      try {
        answer = candidate.ask(query, hurried(call));
      } catch (VerificationException e) {
        if (!e.kind().failover() || !goesOn(call)) {
          throw tried.before(e);
        }
        tried.add(e, stopwatch.elapsed());
        continue;
      }
      if (!elsewhere(answer)) {
        return tried.before(answer);
      }
      if (!goesOn(call)) {
        return tried.unlessFailed(answer);
      }
      tried.add(answer.receipt(), Optional.empty());
    }
    return last(candidates.get(last), query, call, tried);
  }

  /** Those behind it need no turn. Where nobody serves the question, the last one says so. */
  private int lastThatServes(Q query) {
    int last = candidates.size() - 1;
    for (int i = last; i >= 0; i--) {
      if (candidates.get(i).serves(query)) {
        return i;
      }
    }
    return last;
  }

  private Answer<V> last(Candidate<Q, V> candidate, Q query, Call call, AttemptLog tried) {
    Answer<V> answer;
    try {
      answer = candidate.ask(query, call);
    } catch (VerificationException e) {
      throw tried.before(e);
    }
    return elsewhere(answer) ? tried.unlessFailed(answer) : tried.before(answer);
  }

  /** Somebody idle can be asked, and has to have time to answer. */
  private Call hurried(Call call) {
    Duration part = call.partOfLeft(maxWait.isPresent() ? LARGEST_PART : STANDARD_PART);
    return call.withLongestWait(part).withLongestWait(maxWait.orElse(STANDARD_WAIT));
  }

  private boolean goesOn(Call call) {
    return !call.isOver() && !Thread.currentThread().isInterrupted() && affordable.getAsBoolean();
  }

  private static boolean elsewhere(Answer<?> answer) {
    return answer instanceof Answer.Unknown<?> unknown && unknown.gap().failover();
  }
}
