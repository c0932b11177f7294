package io.telproof.spi.ratelimit;

import io.telproof.spi.ratelimit.RateLimiter.Permit;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * One caller's slot of a {@link SlidingWindow}, from the moment it is asked for: waited for, held,
 * used. It is all the memory that this takes, and is there before anything is counted. Its fields
 * are guarded by the window's lock. Thread-safe.
 */
final class Slot implements Permit {
  private final SlidingWindow window;

  /** The {@link SlotLine} in which it stands, and its neighbours there. */
  @Nullable SlotLine line;

  @Nullable Slot before;
  @Nullable Slot after;

  /** Whether it is counted as held. */
  boolean held;

  boolean sent;
  boolean over;

  /** When the vendor has counted it at the latest, once it was sent. */
  long countedAt;

  private @Nullable CompletableFuture<Void> signal;
  private long wakesAt = Long.MIN_VALUE;

  Slot(SlidingWindow window) {
    this.window = window;
  }

  /** Whoever waits for it is about to sleep until then, or until the signal. */
  void sleepsUntil(long moment) {
    signal = new CompletableFuture<>();
    wakesAt = moment;
  }

  /** What wakes it. For whoever waits for it, who alone sets it. */
  CompletableFuture<Void> signal() {
    return Objects.requireNonNull(signal, "it does not sleep");
  }

  /** Whether whoever waits for it sleeps beyond this moment. */
  boolean sleepsBeyond(long moment) {
    return wakesAt > moment;
  }

  /** Wakes whoever waits for it. Takes no memory. */
  void wake() {
    wakesAt = Long.MIN_VALUE;
    if (signal != null) {
      signal.complete(null);
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
