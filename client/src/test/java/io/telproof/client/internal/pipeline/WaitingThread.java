package io.telproof.client.internal.pipeline;

/** Tells when a thread that a test has started waits for something with a time limit. */
public final class WaitingThread {
  private WaitingThread() {}

  public static void forIt(Thread thread) {
    while (thread.getState() != Thread.State.TIMED_WAITING) {
      if (thread.getState() == Thread.State.TERMINATED) {
        throw new AssertionError(thread + " has ended without waiting");
      }
      Thread.onSpinWait();
    }
  }
}
