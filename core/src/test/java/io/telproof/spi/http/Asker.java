package io.telproof.spi.http;

import io.telproof.spi.reply.Reply;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;

/** A thread that asks one question, to be interrupted by the test. */
final class Asker implements AutoCloseable {
  private final CompletableFuture<Reply> reply = new CompletableFuture<>();
  private final CompletableFuture<Boolean> flag = new CompletableFuture<>();
  private final Thread thread;

  Asker(Callable<Reply> question) {
    this(AskingThread.PLATFORM, question);
  }

  Asker(AskingThread kind, Callable<Reply> question) {
    thread =
        kind.start(
            () -> {
              try {
                reply.complete(question.call());
              } catch (Exception e) {
                reply.completeExceptionally(e);
              }
              flag.complete(Thread.currentThread().isInterrupted());
            });
  }

  void interrupt() {
    thread.interrupt();
  }

  /** Returns once it waits for the network in the socket itself. */
  void untilInTheSocket() {
    while (Arrays.stream(thread.getStackTrace())
        .noneMatch(frame -> frame.getClassName().endsWith("SelectorImpl"))) {
      Thread.onSpinWait();
    }
  }

  /** Returns once it waits for something else. */
  void untilItWaits() {
    while (thread.getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }
  }

  Reply reply() throws Exception {
    return reply.get();
  }

  /** What the question ended in instead of a reply. */
  Throwable failure() {
    return reply.handle((answer, failure) -> failure).join();
  }

  /** Whether the thread's interrupt flag was set when the question had ended. */
  boolean flagged() throws Exception {
    return flag.get();
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
