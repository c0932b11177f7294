package io.telproof.bench;

import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.util.concurrent.TimeUnit;

/** The compilers of this JVM, which work beside everything else. */
final class Compilers {
  private static final CompilationMXBean COMPILERS = ManagementFactory.getCompilationMXBean();
  private static final int LOOK_MILLIS = 100;
  private static final int QUIET_LOOKS = 3;
  private static final int MOST_LOOKS = 300;

  private Compilers() {}

  /**
   * Waits until they have done nothing for a while; half a minute at the most. Nobody may work
   * meanwhile.
   */
  static void rest() throws InterruptedException {
    long before = COMPILERS.getTotalCompilationTime();
    int quiet = 0;
    for (int looks = 0; looks < MOST_LOOKS && quiet < QUIET_LOOKS; looks++) {
      TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
      long now = COMPILERS.getTotalCompilationTime();
      quiet = now == before ? quiet + 1 : 0;
      before = now;
    }
  }
}
