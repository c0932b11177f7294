package io.telproof.proof.storm;

import io.telproof.spi.time.Time;
import java.time.Duration;
import java.util.random.RandomGenerator;

/** Callers who know nothing of each other: a Poisson process in real time. For one thread. */
final class Arrivals {
  private static final double SECOND = 1e9;

  private final double perSecond;
  private final RandomGenerator random;
  private final Time time = Time.system();
  private double next = time.nanos();

  Arrivals(double perSecond, RandomGenerator random) {
    this.perSecond = perSecond;
    this.random = random;
  }

  /** Returns when the next one comes; at once, where that was meant to be earlier. */
  void await() throws InterruptedException {
    next += random.nextExponential() * SECOND / perSecond;
    Duration wait = Duration.ofNanos((long) next - time.nanos());
    if (!wait.isNegative()) {
      time.await(wait);
    }
  }
}
