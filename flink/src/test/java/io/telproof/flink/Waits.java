package io.telproof.flink;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** Looks again and again at what other threads and processes do. */
final class Waits {
  private static final Duration LONGEST = Duration.ofSeconds(100);

  private Waits() {}

  static void until(BooleanSupplier so) {
    long began = System.nanoTime();
    while (!so.getAsBoolean()) {
      if (System.nanoTime() - began > LONGEST.toNanos()) {
        throw new AssertionError("it did not come to be so within " + LONGEST);
      }
      aMoment();
    }
  }

  static void aMoment() {
    try {
      TimeUnit.MILLISECONDS.sleep(20);
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted", e);
    }
  }
}
