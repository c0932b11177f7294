package io.telproof.bench;

import java.util.function.Function;

/** Asks Tencent with the layers up to the one that {@value #LAYER} names. Thread-safe. */
public final class LayerCall implements Function<String, String> {
  static final String LAYER = "telproof.bench.layer";

  private final Function<String, String> call;

  /** A client of this address. */
  public LayerCall(String url) {
    this.call = Layer.valueOf(System.getProperty(LAYER, Layer.BY_HAND.name())).call(url);
  }

  /** The option of a JVM that says so. */
  static String option(Layer layer) {
    return "-D" + LAYER + "=" + layer.name();
  }

  @Override
  public String apply(String number) {
    return call.apply(number);
  }
}
