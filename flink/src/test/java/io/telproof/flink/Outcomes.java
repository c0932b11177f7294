package io.telproof.flink;

import io.telproof.Tenure;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.flink.api.common.functions.RichMapFunction;

/**
 * What came out of a job, as far as the end of the stream saw it. The cluster is in this process,
 * so that it can be looked at while the job runs; it is told from others by its name.
 */
final class Outcomes {
  private static final Map<String, Outcomes> ALL = new ConcurrentHashMap<>();

  private final Queue<Outcome<Tenure>> seen = new ConcurrentLinkedQueue<>();
  private final AtomicInteger mostClients = new AtomicInteger();
  private volatile int breakAt = -1;

  private Outcomes() {}

  static Outcomes of(String job) {
    return ALL.computeIfAbsent(job, name -> new Outcomes());
  }

  /** In the order in which they came. */
  List<Outcome<Tenure>> seen() {
    return List.copyOf(seen);
  }

  /** How many clients there were at the same time in this process. */
  int mostClients() {
    return mostClients.get();
  }

  /** Whether it did. */
  boolean isBroken() {
    return breakAt < 0;
  }

  /** The end of the stream breaks once, when so many have come. */
  void breakAt(int count) {
    breakAt = count;
  }

  /** The end of the stream. */
  static final class End extends RichMapFunction<Outcome<Tenure>, Outcome<Tenure>> {
    private static final long serialVersionUID = 1L;

    private final String job;

    End(String job) {
      this.job = job;
    }

    @Override
    public Outcome<Tenure> map(Outcome<Tenure> outcome) {
      Outcomes mine = of(job);
      mine.mostClients.accumulateAndGet(SharedClient.open(), Math::max);
      mine.seen.add(outcome);
      if (mine.breakAt >= 0 && mine.seen.size() >= mine.breakAt) {
        mine.breakAt = -1;
        throw new IllegalStateException("the end of the stream breaks, as the test wants it");
      }
      return outcome;
    }
  }
}
