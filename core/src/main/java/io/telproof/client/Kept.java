package io.telproof.client;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.telproof.Answer;
import io.telproof.CallContext;
import io.telproof.Check;
import io.telproof.Gap;
import io.telproof.Served;
import io.telproof.spi.Capability;
import io.telproof.spi.Time;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Gives an answer again for some time, without asking. Keyed by a hash, so that no number stays in
 * memory for it. Failures are not kept, nor that a vendor does not cover a number: both are free to
 * ask again, and may have changed. Thread-safe.
 */
final class Kept<Q, V> implements Check<Q, V> {
  private static final Logger LOG = LoggerFactory.getLogger(Kept.class);

  private final Check<Q, V> next;
  private final Capability capability;
  private final Fingerprint fingerprint;
  private final Time time;
  private final Cache<String, Answer<V>> answers;

  /**
   * Keeps answers.
   *
   * @param keep for how long, counted from when the answer was there
   * @param size how many at the most; 1 or more
   */
  Kept(
      Check<Q, V> next,
      Capability capability,
      Fingerprint fingerprint,
      Duration keep,
      long size,
      Time time) {
    this.next = next;
    this.capability = capability;
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
  public Answer<V> check(Q query, CallContext context) {
    long started = time.nanos();
    String question = fingerprint.of(capability, query);
    @Nullable Answer<V> kept = answers.getIfPresent(question);
    if (kept != null) {
      Duration elapsed = Duration.ofNanos(time.nanos() - started);
      return kept.withReceipt(kept.receipt().again(Served.KEPT, elapsed));
    }
    Answer<V> answer = next.check(query, context);
    if (isWorthKeeping(answer)) {
      Aside.run("the cache", () -> answers.put(question, answer), LOG);
    }
    return answer;
  }

  private static boolean isWorthKeeping(Answer<?> answer) {
    return !(answer instanceof Answer.Unknown<?> unknown) || unknown.gap() != Gap.NOT_COVERED;
  }

  /** Nothing of what is kept. */
  @Override
  public String toString() {
    return "Kept[***]";
  }
}
