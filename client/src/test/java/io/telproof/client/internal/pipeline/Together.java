package io.telproof.client.internal.pipeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Many threads that begin at the same moment, each with chances of its own. */
public final class Together {
  /** What one of them does. */
  @FunctionalInterface
  public interface Task<T> {
    T run(Random random) throws Exception;
  }

  private Together() {}

  /** Runs the task on so many threads and returns what each returned. */
  public static <T> List<T> run(int threads, long seed, Task<T> task) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      CyclicBarrier start = new CyclicBarrier(threads);
      List<Future<T>> futures = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        Random random = new Random(seed * 1000 + i);
        futures.add(
            pool.submit(
                () -> {
                  start.await();
                  return task.run(random);
                }));
      }
      List<T> results = new ArrayList<>();
      for (Future<T> future : futures) {
        results.add(future.get());
      }
      return results;
    } finally {
      pool.shutdownNow();
    }
  }

  /** Returns once the thread waits with a limit: for another thread's outcome. */
  static void untilItWaits(Thread thread) {
    while (thread.getState() != Thread.State.TIMED_WAITING) {
      if (!thread.isAlive()) {
        throw new AssertionError("it ended instead of waiting");
      }
      Thread.onSpinWait();
    }
  }
}
