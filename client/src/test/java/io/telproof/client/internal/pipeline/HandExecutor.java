package io.telproof.client.internal.pipeline;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;

/** Keeps what it is given until the test runs it. */
public final class HandExecutor implements Executor {
  private final Queue<Runnable> kept = new ConcurrentLinkedQueue<>();

  @Override
  public void execute(Runnable task) {
    kept.add(task);
  }

  public int kept() {
    return kept.size();
  }

  /** Runs all that is kept, and says how much that was. */
  public int run() {
    int done = 0;
    for (Runnable task = kept.poll(); task != null; task = kept.poll()) {
      task.run();
      done++;
    }
    return done;
  }
}
