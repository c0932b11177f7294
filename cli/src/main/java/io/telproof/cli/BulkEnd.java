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
  private final IoStreams surroundings;
  private final Thread atTheEnd = new Thread(this::end, "telproof-bulk-end");

  private BulkEnd(BulkRun run, IoStreams surroundings) {
    this.run = run;
    this.surroundings = surroundings;
  }

  static BulkEnd on(BulkRun run, IoStreams surroundings) {
    BulkEnd end = new BulkEnd(run, surroundings);
    Runtime.getRuntime().addShutdownHook(end.atTheEnd);
    return end;
  }

  private void end() {
    EndAtOnce.onNextSignal();
    leave();
  }

  /** What is done when the process is told to end. */
  void leave() {
    if (surroundings.live()) {
      // Below the line that is written over.
      surroundings.err().println();
    }
    surroundings
        .notes()
        .line(
            "telproof: stopping: nothing more is sent; waiting for the replies to what was sent, "
                + MOMENT.toSeconds()
                + " s at most. Ctrl-C again ends it at once: answers that have come are kept, and questions without a reply are in doubt when it goes on");
    run.stop();
    try {
      if (!ended.await(MOMENT.toMillis(), TimeUnit.MILLISECONDS)) {
        surroundings
            .notes()
            .line(
                "telproof: ended before all replies had come; questions without one are in doubt when it goes on");
      }
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
