package io.telproof.spi.ratelimit;

import io.telproof.spi.ratelimit.RateLimiter.Permit;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * One slot of a {@link SlidingWindow}, from the moment somebody asks for it: waited for, held, used
 * until it comes back. It is all the memory that this takes, and is there before anything is
 * counted. Its fields are guarded by the window's lock. Thread-safe.
 */
final class Slot implements Permit {
  private final SlidingWindow window;

  /** Its neighbours in the one {@link SlotLine} in which it stands. */
  @Nullable SlotLine line;

  @Nullable Slot before;
  @Nullable Slot after;

  /** Whether it is counted as held. */
  boolean held;

  boolean sent;
  boolean over;

  /** When it comes back, once it was used. */
  long backAt;

  private @Nullable CompletableFuture<Void> wake;
  private long wakesAt = Long.MIN_VALUE;

  Slot(SlidingWindow window) {
    this.window = window;
  }

  /** Whoever waits for it is about to sleep until then, or until this is done. */
  void sleeps(CompletableFuture<Void> signal, long until) {
    wake = signal;
    wakesAt = until;
  }

  /** Whether whoever waits for it sleeps beyond this moment. */
  boolean sleepsBeyond(long moment) {
    return wakesAt > moment;
  }

  /** Wakes whoever waits for it. */
  void wake() {
    wakesAt = Long.MIN_VALUE;
    if (wake != null) {
      wake.complete(null);
    }
  }

  @Override
  public void sent() {
    window.sent(this);
  }

  @Override
  public void close() {
    window.close(this);
  }
}
