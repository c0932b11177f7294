package io.telproof.spi.http.internal;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * What was found of one reply: whether it is the answer to its own question. Nobody is served on
 * its connection before that. Thread-safe.
 */
final class ReplyFinding {
  /** What can be found. */
  enum Finding {
    /** It has an id that no reply had before. */
    OWN,
    /** It is another's, or none that the vendor's page describes, or cannot be told from a copy. */
    NOT_OWN
  }

  /** Looking takes microseconds; whoever does it may stand still for a moment. */
  private static final Duration PATIENCE = Duration.ofMillis(20);

  private final CompletableFuture<Finding> finding = new CompletableFuture<>();

  /** Before the first request of a connection there is nothing to be mistaken for its reply. */
  static ReplyFinding none() {
    ReplyFinding none = new ReplyFinding();
    none.found(Finding.OWN);
    return none;
  }

  /** Says what was found. The first word counts. */
  void found(Finding what) {
    finding.complete(what);
  }

  /** What was found; waits for it a little. What nobody has looked at is nobody's own. */
  Finding finding() {
    try {
      return finding.get(PATIENCE.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return finding.getNow(Finding.NOT_OWN);
    } catch (TimeoutException e) {
      return Finding.NOT_OWN;
    } catch (ExecutionException e) {
      throw new IllegalStateException("a finding does not fail", e);
    }
  }
}
