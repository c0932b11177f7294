package io.telproof.cli;

import io.telproof.bulk.BulkRun;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets a run come to its end where the process is told to, as by Ctrl-C: what was sent is waited
 * for, and written. A kill loses nothing either, but leaves what was sent in doubt.
 */
final class BulkEnd {
  /** What was sent has its answer by then, or is in doubt anyway. */
  private static final Duration MOMENT = Duration.ofSeconds(30);

  private final CountDownLatch ended = new CountDownLatch(1);
  private final BulkRun run;
  private final Thread atTheEnd = new Thread(this::leave, "telproof-bulk-end");

  private BulkEnd(BulkRun run) {
    this.run = run;
  }

  static BulkEnd on(BulkRun run) {
    BulkEnd end = new BulkEnd(run);
    Runtime.getRuntime().addShutdownHook(end.atTheEnd);
    return end;
  }

  private void leave() {
    run.stop();
    try {
      boolean unused = ended.await(MOMENT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** All is written and printed. */
  void close() {
    ended.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(atTheEnd);
    } catch (IllegalStateException ending) {
      // The process is ending, and its hook finds that the run has.
    }
  }
}
