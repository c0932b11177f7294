package io.telproof.client.internal.pipeline;

import io.telproof.Answer;
import io.telproof.VerificationException;
import io.telproof.spi.time.Deadline;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A question under way: until when whoever asks it has time, and what comes of it. To tell that
 * takes no memory, so that nobody waits for an outcome that could not be told. Thread-safe.
 */
final class InFlightQuestion<V> {
  private final CountDownLatch over = new CountDownLatch(1);
  private final Deadline deadline;
  private volatile @Nullable Answer<V> answer;
  private volatile @Nullable VerificationException failure;

  InFlightQuestion(Deadline deadline) {
    this.deadline = deadline;
  }

  /** Whether it has so little time that one with this much asks for itself. */
  boolean isTooShortFor(Duration left) {
    return 2 * deadline.left().toNanos() < left.toNanos();
  }

  void answered(Answer<V> outcome) {
    answer = outcome;
    over.countDown();
  }

  void failed(VerificationException outcome) {
    failure = outcome;
    over.countDown();
  }

  /**
   * Waits until it is over.
   *
   * @return whether it is
   */
  boolean waited(Duration within) throws InterruptedException {
    return over.getCount() == 0 || over.await(within.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** The answer; empty where there is none. */
  Optional<Answer<V>> answer() {
    return Optional.ofNullable(answer);
  }

  /** The failure; empty where there is none. */
  Optional<VerificationException> failure() {
    return Optional.ofNullable(failure);
  }
}
