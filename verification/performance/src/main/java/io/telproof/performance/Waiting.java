package io.telproof.performance;

import io.telproof.VerificationException;
import io.telproof.performance.ObservedLimiters.Given;
import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * What it costs that many callers wait for a permit of a limit of 20 a second, each on a thread of
 * its own, through the whole client. Prints a table.
 */
public final class Waiting {
  private static final Duration PATIENCE = Duration.ofHours(2);
  private static final int WARM_UPS = 4;

  /**
   * What was seen.
   *
   * @param bytes the heap for each caller, more than for a thread that just waits
   * @param core the part of one core that the whole process used while all waited; the questions
   *     that were asked and answered meanwhile, and the vendor, are in it
   * @param permits how many permits were given
   * @param disorderMillis the longest time that one of them was had after somebody who had asked
   *     later had one
   */
  record Row(int callers, long bytes, double core, int permits, double disorderMillis) {
    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "| %d | %d bytes | %.1f %% | %d | %.1f ms |",
          callers,
          bytes,
          100 * core,
          permits,
          disorderMillis);
    }
  }

  private Waiting() {}

  /**
   * Measures.
   *
   * @param args how many callers wait, and for how many seconds that is looked at; 10000 and 20
   *     unless said
   */
  public static void main(String... args) throws IOException, InterruptedException {
    int callers = args.length > 0 ? Integer.parseInt(args[0]) : 10_000;
    Duration span = Duration.ofSeconds(args.length > 1 ? Long.parseLong(args[1]) : 20);
    PrintStream out = System.out;
    out.println(Machine.line());
    out.println();
    out.println(
        "| callers | heap a caller beyond its thread | of one core | permits given | after a later"
            + " caller's by |");
    out.println("|---|---|---|---|---|");
    int few = (int) (20 * (span.toSeconds() + 10));
    // Unseen: what is compiled meanwhile is not in the figures, and code that is not compiled to
    // its
    // end has stacks of up to three times the size, which those who wait keep as long as they do.
    for (int i = 0; i < WARM_UPS; i++) {
      measure(callers, Duration.ofSeconds(1));
    }
    out.println(measure(few, span));
    out.println(measure(callers, span));
    // Those who still wait are not waited for.
    System.exit(0);
  }

  /** Has callers ask, one after another, and looks at them for a while. */
  static Row measure(int callers, Duration span) throws IOException, InterruptedException {
    long bare = bare(callers);
    try (StampingVendor vendor = new StampingVendor(0);
        Client client = new Client(vendor)) {
      // Classes, connections and what is made once are not the callers'.
      for (int i = 0; i < 40; i++) {
        client.ask(PATIENCE);
      }
      ObservedLimiters limiters = client.limiters();
      int before = limiters.given().size();
      long empty = Machine.heap();
      Map<Thread, Integer> order = new HashMap<>();
      List<Thread> threads = new ArrayList<>();
      for (int i = 0; i < callers; i++) {
        int asked = limiters.asked();
        Thread thread = CallerThreads.start(() -> patiently(client));
        order.put(thread, i);
        threads.add(thread);
        while (limiters.asked() == asked || isRunning(thread)) {
          Thread.onSpinWait();
        }
      }
      int gone = limiters.given().size() - before;
      long full = Machine.heap();
      gone = (gone + limiters.given().size() - before) / 2;
      long start = System.nanoTime();
      long cpu = Machine.cpu();
      TimeUnit.NANOSECONDS.sleep(span.toNanos());
      double core = (Machine.cpu() - cpu) / (double) (System.nanoTime() - start);
      List<Given> given = limiters.given().subList(before, limiters.given().size());
      threads.forEach(Thread::interrupt);
      for (Thread thread : threads) {
        thread.join();
      }
      return new Row(
          callers,
          (full - empty) / Math.max(1, callers - gone) - bare,
          core,
          given.size(),
          disorder(given, order) / 1e6);
    }
  }

  private static void patiently(Client client) {
    try {
      client.ask(PATIENCE);
    } catch (VerificationException e) {
      // It was told to stop.
    }
  }

  private static boolean isRunning(Thread thread) {
    return switch (thread.getState()) {
      case NEW, RUNNABLE, BLOCKED -> true;
      default -> false;
    };
  }

  /**
   * The longest time that somebody went on after another one who had asked later. Those whose
   * permits come at the same moment are woken one by one, and go on as the machine lets them.
   */
  private static long disorder(List<Given> given, Map<Thread, Integer> order) {
    long longest = 0;
    for (int i = 0; i < given.size(); i++) {
      int asked = order.getOrDefault(given.get(i).caller(), -1);
      for (int before = 0; before < i; before++) {
        if (order.getOrDefault(given.get(before).caller(), -1) > asked) {
          longest = Math.max(longest, given.get(i).at() - given.get(before).at());
          break;
        }
      }
    }
    return longest;
  }

  /** The heap of a thread that waits and does nothing else. */
  private static long bare(int callers) throws InterruptedException {
    long empty = Machine.heap();
    CompletableFuture<Void> over = new CompletableFuture<>();
    CountDownLatch started = new CountDownLatch(callers);
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < callers; i++) {
      threads.add(
          CallerThreads.start(
              () -> {
                started.countDown();
                await(over);
              }));
    }
    started.await();
    long full = Machine.heap();
    over.complete(null);
    for (Thread thread : threads) {
      thread.join();
    }
    return (full - empty) / callers;
  }

  private static void await(CompletableFuture<Void> over) {
    try {
      over.get(PATIENCE.toNanos(), TimeUnit.NANOSECONDS);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
