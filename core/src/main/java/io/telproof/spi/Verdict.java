package io.telproof.spi;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What was found of one reply: whether it is the answer to its own question. The reply after it on
 * the same connection depends on that, and may be there before anybody has looked. Thread-safe.
 */
final class Verdict {
  /** What can be found. */
  enum Finding {
    /** It has an id that no reply had before. */
    OWN,
    /** It is the answer to an earlier question, so that its own is still to come. */
    STALE,
    /** It has no id, or nobody has looked. */
    UNTOLD
  }

  /** Looking takes microseconds; whoever does it may stand still for a moment. */
  private static final Duration PATIENCE = Duration.ofMillis(20);

  private final CompletableFuture<Finding> finding = new CompletableFuture<>();

  /** Before the first request of a connection there is nothing to be mistaken for its reply. */
  static Verdict none() {
    Verdict none = new Verdict();
    none.found(Finding.OWN);
    return none;
  }

  /** Says what was found. The first word counts. */
  void found(Finding what) {
    finding.complete(what);
  }

  /** What was found; waits for it a little. */
  Finding finding() {
    try {
      return finding.get(PATIENCE.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return finding.getNow(Finding.UNTOLD);
    } catch (TimeoutException e) {
      return Finding.UNTOLD;
    } catch (ExecutionException e) {
      throw new IllegalStateException("a finding does not fail", e);
    }
  }
}
