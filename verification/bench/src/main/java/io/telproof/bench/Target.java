package io.telproof.bench;

import java.util.List;
import java.util.Locale;

/**
 * What Telproof wants to cost beside a peer.
 *
 * @param figure what is compared with what
 * @param measured the ratio
 * @param bound what it is to be
 * @param least whether it is to be so much at the least; else at the most
 */
record Target(String figure, double measured, double bound, boolean least) {
  /** All of them, by what was measured and by the sizes of the jars. */
  static List<Target> all(Figures figures, Peers peers, ClassPaths paths) {
    return List.of(
        calls(figures, peers.tencent(), peers.byHandTencent(), 8),
        calls(figures, peers.tencent(), peers.byHandTencent(), 64),
        calls(figures, peers.alibaba(), peers.byHandAlibaba(), 8),
        calls(figures, peers.alibaba(), peers.byHandAlibaba(), 64),
        cpu(figures, peers.tencent(), peers.byHandTencent(), 1.05),
        cpu(figures, peers.alibaba(), peers.byHandAlibaba(), 1.05),
        atMost(
            "bytes a call, 8 threads",
            peers.tencent(),
            peers.byHandTencent(),
            figures.ratio(peers.tencent(), peers.byHandTencent(), 8, Slice::bytesPerCall),
            1.25),
        atMost(
            "bytes a call, 8 threads",
            peers.alibaba(),
            peers.byHandAlibaba(),
            figures.ratio(peers.alibaba(), peers.byHandAlibaba(), 8, Slice::bytesPerCall),
            1.25),
        cpu(figures, peers.tencent(), peers.tencentSdk(), 0.30),
        cpu(figures, peers.alibaba(), peers.alibabaSdk(), 0.55),
        switches(figures, peers.tencent(), peers.byHandTencent()),
        switches(figures, peers.alibaba(), peers.byHandAlibaba()),
        atMost(
            "first call",
            peers.tencent(),
            peers.tencentSdk(),
            figures.firstCallRatio(peers.tencent(), peers.tencentSdk()),
            1.15),
        new Target(
            "runtime jars: core, client and Tencent / Alibaba's SDK",
            (double) paths.runtimeJars() / paths.sdkJars(Vendor.ALIBABA),
            0.34,
            false),
        cpu(figures, peers.everything(), peers.tencent(), 1.15));
  }

  private static Target calls(Figures figures, Peer peer, Peer to, int threads) {
    return new Target(
        name("calls a second, " + threads + " threads", peer, to),
        figures.ratio(peer, to, threads, Slice::callsPerSecond),
        0.97,
        true);
  }

  static Target cpu(Figures figures, Peer peer, Peer to, double bound) {
    return atMost(
        "CPU a call, 8 threads", peer, to, figures.ratio(peer, to, 8, Slice::cpuPerCall), bound);
  }

  private static Target switches(Figures figures, Peer peer, Peer to) {
    return atMost(
        "voluntary context switches a call, 8 threads",
        peer,
        to,
        figures.ratio(peer, to, 8, Slice::switchesPerCall),
        1.1);
  }

  private static Target atMost(String figure, Peer peer, Peer to, double measured, double bound) {
    return new Target(name(figure, peer, to), measured, bound, false);
  }

  private static String name(String figure, Peer peer, Peer to) {
    return figure + ": " + peer.name() + " / " + to.name();
  }

  /** Whether it is met; what could not be measured is not. */
  boolean met() {
    return least ? measured >= bound : measured <= bound;
  }

  /** A row of the table. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "| %s | %.2f | %s %.2f | %s |",
        figure,
        measured,
        least ? "≥" : "≤",
        bound,
        met() ? "met" : "missed");
  }
}
