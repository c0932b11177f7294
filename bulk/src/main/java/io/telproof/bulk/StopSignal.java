package io.telproof.bulk;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Says that a run is to come to its end, and why. Given once. Thread-safe. */
final class StopSignal {
  private final CompletableFuture<BulkReport.Stop> given = new CompletableFuture<>();

  void give(BulkReport.Stop why) {
    given.complete(why);
  }

  boolean isGiven() {
    return given.isDone();
  }

  Optional<BulkReport.Stop> why() {
    return Optional.ofNullable(given.getNow(null));
  }

  /** To be waited for. */
  CompletableFuture<?> signal() {
    return given;
  }
}
