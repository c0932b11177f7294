package io.telproof.performance;

import io.telproof.VerificationException;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How much of a limit of 20 a second one process uses where 64 threads want to ask all the time, at
 * vendors that take their time for a reply; and whether the limit holds. Prints a table.
 */
public final class SlowVendors {
  private static final int LIMIT = 20;
  private static final long SECOND = Duration.ofSeconds(1).toNanos();
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  /**
   * What was seen at one vendor.
   *
   * @param utilisation the part of the limit that was used: a second, by the mean time from one
   *     sending to the twentieth after it
   * @param mostSent the most requests that were sent in any second
   * @param mostArrived the most that arrived at the vendor in any second, by its stamps
   * @param spreadMillis by how much the ways to the vendor differed: more than the travel of the
   *     limit, 20 ms, and it can see more in a second than were sent
   * @param failures questions without an answer
   */
  record Row(
      long latencyMillis,
      double utilisation,
      int mostSent,
      int mostArrived,
      double spreadMillis,
      int failures) {
    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "| %d ms | %.1f %% | %d | %d | %.1f ms | %d |",
          latencyMillis,
          100 * utilisation,
          mostSent,
          mostArrived,
          spreadMillis,
          failures);
    }
  }

  private SlowVendors() {}

  /**
   * Measures.
   *
   * @param args for how many seconds at each vendor; 30 unless said
   */
  public static void main(String... args) throws IOException, InterruptedException {
    Duration span = Duration.ofSeconds(args.length > 0 ? Long.parseLong(args[0]) : 30);
    PrintStream out = System.out;
    out.println(Machine.line());
    out.println();
    out.println(
        "| the vendor replies after | used of the limit | most sends in a second"
            + " | most arrivals in a second | ways differed by | failures |");
    out.println("|---|---|---|---|---|---|");
    for (long latency : new long[] {0, 50, 200, 800}) {
      out.println(measure(latency, 64, Duration.ofSeconds(3), span));
    }
  }

  /**
   * Has so many threads ask. Arrivals, and what is used of the limit, are looked at once the
   * warm-up is over, when connections are there.
   */
  static Row measure(long latencyMillis, int threads, Duration warmUp, Duration span)
      throws IOException, InterruptedException {
    try (StampingVendor vendor = new StampingVendor(latencyMillis);
        Client client = new Client(vendor)) {
      long from = System.nanoTime() + warmUp.toNanos();
      long end = from + span.toNanos();
      AtomicInteger failures = new AtomicInteger();
      List<Thread> callers = new ArrayList<>();
      for (int i = 0; i < threads; i++) {
        Thread caller =
            new Thread(
                () -> {
                  while (System.nanoTime() < end) {
                    try {
                      client.ask(PATIENCE);
                    } catch (VerificationException e) {
                      failures.incrementAndGet();
                    }
                  }
                });
        callers.add(caller);
        caller.start();
      }
      for (Thread caller : callers) {
        caller.join();
      }
      Moments sent = client.limiters().sent();
      return new Row(
          latencyMillis,
          SECOND / sent.meanSpan(LIMIT, from),
          sent.mostIn(SECOND, Long.MIN_VALUE),
          vendor.arrivals().mostIn(SECOND, from),
          sent.spread(vendor.arrivals(), from) / 1e6,
          failures.get());
    }
  }
}
