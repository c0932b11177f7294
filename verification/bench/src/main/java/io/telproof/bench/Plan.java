package io.telproof.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * How long is measured.
 *
 * @param generations how often every client gets a new JVM
 * @param warmUpCalls how many calls a new JVM makes at the least, with 64 threads, before it is
 *     measured: time alone says little on a machine that is busy
 * @param warmUpMillis for how long it makes them at the least
 * @param rounds how often each client has its slices in one generation
 * @param dropped how many of these, the first, are thrown away
 * @param sliceMillis the length of a slice
 * @param starts how many JVMs of each client are started for their first call alone, beside those
 *     of the generations
 * @param threads at how many threads is measured, one after another
 * @param jvm the options of each JVM
 */
record Plan(
    int generations,
    long warmUpCalls,
    long warmUpMillis,
    int rounds,
    int dropped,
    long sliceMillis,
    int starts,
    List<Integer> threads,
    List<String> jvm) {
  private static final List<Integer> THREADS = List.of(1, 8, 64);
  private static final List<String> JVM = List.of("-Xms128m", "-Xmx256m", "-XX:+UseG1GC");

  /** Fewer and shorter slices: enough to see whether a change has spoilt something. */
  static final Plan SHORT = new Plan(1, 30_000, 3000, 4, 1, 500, 4, THREADS, JVM);

  /** Seventeen minutes on two quiet cores: the figures of the page. */
  static final Plan LONG = new Plan(2, 150_000, 10_000, 7, 2, 1000, 10, THREADS, JVM);

  /** The same where a call waits for a disk: fewer calls to warm up, and no starts of their own. */
  static final Plan LONG_ON_DISK = new Plan(2, 40_000, 10_000, 9, 2, 1000, 0, THREADS, JVM);

  /**
   * Nine minutes for many clients at one number of threads. Each has three JVMs, because two of the
   * same client differ by more than two slices of one.
   */
  static final Plan LONG_OF_LAYERS =
      new Plan(3, 50_000, 4000, 8, 1, 600, 0, List.of(LayersComparison.THREADS), JVM);

  /** The same for a first look. */
  static final Plan SHORT_OF_LAYERS =
      new Plan(1, 30_000, 3000, 4, 1, 500, 0, List.of(LayersComparison.THREADS), JVM);

  /** Each JVM is told more. */
  Plan with(List<String> options) {
    List<String> all = new ArrayList<>(jvm);
    all.addAll(options);
    return new Plan(
        generations, warmUpCalls, warmUpMillis, rounds, dropped, sliceMillis, starts, threads, all);
  }
}
