package io.telproof.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** A call by hand that becomes one by Telproof layer by layer. */
final class LayersComparison {
  /** At how many threads is measured. */
  static final int THREADS = 8;

  private final ClassPaths paths;

  LayersComparison(ClassPaths paths) {
    this.paths = paths;
  }

  List<Peer> peers() {
    return Arrays.stream(Layer.values()).map(this::peer).toList();
  }

  /** Each with what it adds to the one below it, in percent of the CPU of a call by hand. */
  String table(Figures figures) {
    StringBuilder text = new StringBuilder();
    text.append("| layer | CPU a call, µs | collector | compilers | of by hand | added |");
    text.append(" bytes a call | added |\n|---|---|---|---|---|---|---|---|\n");
    Arrays.stream(Layer.values()).forEach(layer -> text.append(row(figures, layer)));
    return text.toString();
  }

  private String row(Figures figures, Layer layer) {
    double bytes = bytes(figures, layer);
    String begin =
        String.format(
            Locale.ROOT,
            "| %s | %.1f | %.2f | %.2f | %.3f | ",
            layer.words(),
            figures.median(peer(layer), THREADS, Slice::cpuPerCall),
            figures.median(peer(layer), THREADS, Slice::collectorPerCall),
            figures.median(peer(layer), THREADS, Slice::compilersPerCall),
            ofByHand(figures, layer));
    if (layer == Layer.BY_HAND) {
      return begin + String.format(Locale.ROOT, "| %,.0f | |\n", bytes);
    }
    return begin
        + String.format(
            Locale.ROOT,
            "%.1f %% | %,.0f | %,.0f |\n",
            (ofByHand(figures, layer) - ofByHand(figures, layer.below())) * 100,
            bytes,
            bytes - bytes(figures, layer.below()));
  }

  private double ofByHand(Figures figures, Layer layer) {
    return figures.ratio(peer(layer), peer(Layer.BY_HAND), THREADS, Slice::cpuPerCall);
  }

  private double bytes(Figures figures, Layer layer) {
    return figures.median(peer(layer), THREADS, Slice::bytesPerCall);
  }

  private Peer peer(Layer layer) {
    return new Peer(
        layer.words(),
        Vendor.TENCENT,
        paths.everything(),
        LayerCall.class,
        LayerCall.option(layer));
  }
}
