package io.telproof.bench;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

/**
 * Threads that ask one question after another, each about another number, and what this process
 * uses meanwhile. The threads stay, so that what they allocated can be told. For one thread.
 */
final class Callers {
  private static final OperatingSystemMXBean SYSTEM =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int NUMBERS = 100_000_000;

  private final Function<String, String> call;
  private final ExecutorService threads;
  private final AtomicLong numbers = new AtomicLong();

  Callers(Function<String, String> call, int most) {
    this.call = call;
    this.threads = Executors.newFixedThreadPool(most);
  }

  /**
   * Has so many threads ask for a while.
   *
   * @throws IllegalStateException if a question was not answered
   */
  Slice ask(int callers, long millis) throws Exception {
    CountDownLatch go = new CountDownLatch(1);
    List<Future<Long>> counts = new ArrayList<>();
    long[] end = new long[1];
    for (int i = 0; i < callers; i++) {
      counts.add(
          threads.submit(
              () -> {
                go.await();
                return askUntil(end[0]);
              }));
    }
    Map<Long, Long> allocated = allocated();
    ThreadBook before = ThreadBook.read();
    long cpu = SYSTEM.getProcessCpuTime();
    long start = System.nanoTime();
    end[0] = start + TimeUnit.MILLISECONDS.toNanos(millis);
    go.countDown();
    long calls = 0;
    for (Future<Long> count : counts) {
      calls += count.get();
    }
    long nanos = System.nanoTime() - start;
    cpu = SYSTEM.getProcessCpuTime() - cpu;
    ThreadBook after = ThreadBook.read();
    return new Slice(
        calls,
        nanos,
        cpu,
        since(allocated),
        after.switches() - before.switches(),
        after.collector() - before.collector(),
        after.compilers() - before.compilers());
  }

  private long askUntil(long end) {
    long calls = 0;
    do {
      String number = Long.toString(13_800_000_000L + numbers.incrementAndGet() % NUMBERS);
      if (call.apply(number).isEmpty()) {
        throw new IllegalStateException("an answer without a value");
      }
      calls++;
    } while (System.nanoTime() < end);
    return calls;
  }

  /** What each thread has allocated up to now. */
  private static Map<Long, Long> allocated() {
    long[] ids = THREADS.getAllThreadIds();
    long[] bytes = THREADS.getThreadAllocatedBytes(ids);
    Map<Long, Long> all = new HashMap<>();
    for (int i = 0; i < ids.length; i++) {
      all.put(ids[i], Math.max(0, bytes[i]));
    }
    return all;
  }

  private static long since(Map<Long, Long> before) {
    long sum = 0;
    for (Map.Entry<Long, Long> now : allocated().entrySet()) {
      sum += now.getValue() - before.getOrDefault(now.getKey(), 0L);
    }
    return sum;
  }
}
