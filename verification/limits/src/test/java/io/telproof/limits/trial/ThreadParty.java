package io.telproof.limits.trial;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/**
 * A client in this JVM, with a store and a connection of its own: cheaper than a process. For one
 * thread.
 */
final class ThreadParty implements Party {
  private final Callers callers;
  private @Nullable FutureTask<Void> asking;

  ThreadParty(int process, int callers, String config, Books books) {
    this.callers = new Callers(process, callers, config, books);
  }

  @Override
  public void awaitReady() throws InterruptedException, ExecutionException {
    callers.warm();
  }

  @Override
  public void start(long from, long until) {
    FutureTask<Void> task =
        new FutureTask<>(
            () -> {
              callers.ask(from, until);
              return null;
            });
    asking = task;
    Thread thread = new Thread(task, "party");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void kill() {
    throw new UnsupportedOperationException("a thread cannot be killed: this takes a process");
  }

  @Override
  public void finish() throws InterruptedException, ExecutionException {
    if (asking != null) {
      asking.get();
    }
    callers.close();
  }

  @Override
  public void close() {
    callers.close();
  }
}
