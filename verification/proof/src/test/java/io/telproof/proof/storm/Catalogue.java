package io.telproof.proof.storm;

import java.util.List;
import java.util.stream.Stream;

/** Every framing that is tried. */
final class Catalogue {
  private Catalogue() {}

  static List<Framing> all() {
    return Stream.of(StrayReplies.all(), SpoiltHeads.all(), SpoiltLengths.all())
        .flatMap(List::stream)
        .toList();
  }
}
