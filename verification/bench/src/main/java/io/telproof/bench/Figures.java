package io.telproof.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * What was measured: for each client the slices in the order of the rounds, so that what two
 * clients did in the same round can be compared, and the times of first calls in the order of the
 * starts. For one thread.
 */
final class Figures {
  private final Map<Peer, Map<Integer, List<Slice>>> slices = new HashMap<>();
  private final Map<Peer, List<Double>> firstCalls = new HashMap<>();

  void add(Peer peer, int threads, Slice slice) {
    slices
        .computeIfAbsent(peer, each -> new HashMap<>())
        .computeIfAbsent(threads, each -> new ArrayList<>())
        .add(slice);
  }

  void addFirstCall(Peer peer, long nanos) {
    firstCalls.computeIfAbsent(peer, each -> new ArrayList<>()).add(nanos / 1e6);
  }

  /** The median over the rounds. */
  double median(Peer peer, int threads, ToDoubleFunction<Slice> figure) {
    return median(values(peer, threads, figure));
  }

  /** The median over the rounds of what is one client's figure by the other's in the same round. */
  double ratio(Peer peer, Peer to, int threads, ToDoubleFunction<Slice> figure) {
    return ratio(values(peer, threads, figure), values(to, threads, figure));
  }

  /** The median over the starts, in milliseconds. */
  double firstCall(Peer peer) {
    return median(firstCalls(peer));
  }

  /** The same of one client by another's that started in the same round. */
  double firstCallRatio(Peer peer, Peer to) {
    return ratio(firstCalls(peer), firstCalls(to));
  }

  private double[] values(Peer peer, int threads, ToDoubleFunction<Slice> figure) {
    return slices.getOrDefault(peer, Map.of()).getOrDefault(threads, List.of()).stream()
        .mapToDouble(figure)
        .toArray();
  }

  private double[] firstCalls(Peer peer) {
    return firstCalls.getOrDefault(peer, List.of()).stream().mapToDouble(each -> each).toArray();
  }

  private static double ratio(double[] own, double[] others) {
    double[] ratios = new double[Math.min(own.length, others.length)];
    for (int i = 0; i < ratios.length; i++) {
      ratios[i] = own[i] / others[i];
    }
    return median(ratios);
  }

  /** Not a number, where there is none. */
  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    if (sorted.length == 0) {
      return Double.NaN;
    }
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }
}
