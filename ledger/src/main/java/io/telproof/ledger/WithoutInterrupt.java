package io.telproof.ledger;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;

/**
 * Does what an interrupt would break off. A channel is closed where its thread is interrupted, and
 * the thread here is the application's: what is short enough is begun again, and the interrupt kept
 * for the application.
 */
final class WithoutInterrupt {
  /** What opens its own channel, so that it can be begun again. */
  @FunctionalInterface
  interface Work<T> {
    T run() throws IOException;
  }

  private WithoutInterrupt() {}

  static <T> T run(Work<T> work) throws IOException {
    boolean interrupted = Thread.interrupted();
    try {
      while (true) {
        try {
          return work.run();
        } catch (ClosedByInterruptException e) {
          interrupted |= Thread.interrupted();
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
