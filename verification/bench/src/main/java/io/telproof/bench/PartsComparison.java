package io.telproof.bench;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;

/** Telproof with nothing switched on, with each part alone, and with all of them. */
final class PartsComparison {
  private final Peer without;
  private final List<Peer> each = new ArrayList<>();
  private final Peer everything;

  PartsComparison(ClassPaths paths) {
    this.without = peer(paths, "nothing switched on", EnumSet.noneOf(Part.class));
    for (Part part : Part.values()) {
      each.add(peer(paths, part.name().toLowerCase(Locale.ROOT), EnumSet.of(part)));
    }
    this.everything = peer(paths, "all of them", EnumSet.allOf(Part.class));
  }

  private static Peer peer(ClassPaths paths, String name, EnumSet<Part> parts) {
    return new Peer(
        name, Vendor.TENCENT, paths.everything(), PartsCall.class, PartsCall.option(parts));
  }

  List<Peer> peers() {
    List<Peer> all = new ArrayList<>();
    all.add(without);
    all.addAll(each);
    all.add(everything);
    return all;
  }

  /** What each part adds, in percent of the CPU of a call without any. */
  String added(Figures figures) {
    StringBuilder text = new StringBuilder();
    text.append("| switched on | CPU a call added, 8 threads |\n|---|---|\n");
    for (Peer peer : peers().subList(1, peers().size())) {
      double ratio = figures.ratio(peer, without, 8, Slice::cpuPerCall);
      text.append(String.format(Locale.ROOT, "| %s | %.0f %% |\n", peer.name(), (ratio - 1) * 100));
    }
    return text.toString();
  }
}
