package io.telproof.client.internal.pipeline;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.telproof.Answer;
import io.telproof.AnswerOrigin;
import io.telproof.Gap;
import io.telproof.client.internal.event.Callbacks;
import io.telproof.client.internal.event.Fingerprint;
import io.telproof.spi.CheckType;
import io.telproof.spi.time.Stopwatch;
import io.telproof.spi.time.Time;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives an answer again for some time, without asking. Keyed by a hash, so that no number stays in
 * memory for it. Failures are not kept, nor that a vendor does not cover a number: both are free to
 * ask again, and may have changed. Thread-safe.
 */
final class CacheStage<Q, V> implements Stage<Q, V> {
  private static final Logger LOG = LoggerFactory.getLogger(CacheStage.class);

  private final Stage<Q, V> next;
  private final CheckType check;
  private final Fingerprint fingerprint;
  private final Time time;
  private final Cache<String, Answer<V>> answers;

  /**
   * A cache in front of {@code next}.
   *
   * @param keep for how long, counted from when the answer was there
   * @param size how many at the most; 1 or more
   */
  CacheStage(
      Stage<Q, V> next,
      CheckType check,
      Fingerprint fingerprint,
      Duration keep,
      long size,
      Time time) {
    this.next = next;
    this.check = check;
    this.fingerprint = fingerprint;
    this.time = time;
    this.answers =
        Caffeine.newBuilder()
            .expireAfterWrite(keep)
            .maximumSize(size)
            .ticker(time::nanos)
            // On the thread that asks: there is nothing to wait for, and no thread to be closed.
            .executor(Runnable::run)
            .build();
  }

  @Override
  public Answer<V> ask(Q query, Call call) {
    Stopwatch stopwatch = Stopwatch.start(time);
    String question = fingerprint.of(check, query);
    @Nullable Answer<V> kept = answers.getIfPresent(question);
    if (kept != null) {
      return kept.withReceipt(kept.receipt().withOrigin(AnswerOrigin.CACHED, stopwatch.elapsed()));
    }
    Answer<V> answer = next.ask(query, call);
    if (isWorthKeeping(answer)) {
      Callbacks.run("the cache", () -> answers.put(question, answer), LOG);
    }
    return answer;
  }

  private static boolean isWorthKeeping(Answer<?> answer) {
    return !(answer instanceof Answer.Unknown<?> unknown) || unknown.gap() != Gap.NOT_COVERED;
  }

  /** Nothing of what is kept. */
  @Override
  public String toString() {
    return "CacheStage[***]";
  }
}
