package io.telproof.flink.trial;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;

/** Looks again and again at what other processes do. */
final class Waits {
  private static final Duration LONGEST = Duration.ofMinutes(4);

  private Waits() {}

  static void until(Callable<Boolean> so) {
    long began = System.nanoTime();
    try {
      while (!so.call()) {
        if (System.nanoTime() - began > LONGEST.toNanos()) {
          throw new IllegalStateException("it did not come to be so within " + LONGEST);
        }
        TimeUnit.MILLISECONDS.sleep(50);
      }
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
