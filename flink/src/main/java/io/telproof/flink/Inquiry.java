package io.telproof.flink;

import java.util.concurrent.atomic.AtomicReference;

/**
 * What becomes of one element: whether its question was begun, and whether its outcome was given.
 * One outcome is given at the most. Thread-safe.
 */
final class Inquiry {
  /** How far it is. */
  enum Stage {
    WAITING,
    BEGUN,
    ENDED
  }

  private final AtomicReference<Stage> stage = new AtomicReference<>(Stage.WAITING);

  /** Whether it may be asked: not where it has ended before. */
  boolean begin() {
    return stage.compareAndSet(Stage.WAITING, Stage.BEGUN);
  }

  /** Ends it, and tells how far it was. */
  Stage end() {
    return stage.getAndSet(Stage.ENDED);
  }
}
