package io.telproof.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Sees to it that a person who ends the command, as by Ctrl-C, hears what the question may have
 * cost. What was not sent yet is not sent any more, and is printed as free; what was sent has a
 * moment for its reply. Made by the thread that asks; closed once all is printed.
 */
final class CostNotice {
  /** How long a person waits for the shell's prompt. */
  private static final Duration MOMENT = Duration.ofSeconds(1);

  private final Thread asking = Thread.currentThread();
  private final CountDownLatch printed = new CountDownLatch(1);
  private final Screen notes;
  private final Thread atTheEnd = new Thread(this::leave, "telproof-cost");

  private CostNotice(Screen notes) {
    this.notes = notes;
  }

  /** From now on, for the question that this thread is about to put. */
  static CostNotice on(Screen notes) {
    CostNotice notice = new CostNotice(notes);
    Runtime.getRuntime().addShutdownHook(notice.atTheEnd);
    return notice;
  }

  /** What is done when the process is told to end. */
  void leave() {
    asking.interrupt();
    try {
      if (printed.await(MOMENT.toMillis(), TimeUnit.MILLISECONDS)) {
        return;
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    notes.line(
        "telproof: ended while the question was under way: it may have been carried out and"
            + " charged; look at the vendor's bill before it is asked again");
  }

  /** All is printed. */
  void close() {
    printed.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(atTheEnd);
    } catch (IllegalStateException ending) {
      // The process is ending, and its hook finds that all is printed.
    }
  }
}
