package io.telproof.limits.redis;

import io.telproof.spi.ratelimit.RateLimiter;
import io.telproof.spi.ratelimit.RateLimiter.Admission;
import io.telproof.spi.ratelimit.RateLimiter.Permit;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;

/** What callers do with a limiter. */
final class Exchanges {
  static final Duration PATIENCE = Duration.ofSeconds(30);

  private Exchanges() {}

  /** Sent, and over at once. */
  static void exchange(RateLimiter limiter) throws InterruptedException {
    exchange(permit(limiter));
  }

  static void exchange(Permit permit) {
    permit.sent();
    permit.close();
  }

  static Permit permit(RateLimiter limiter) throws InterruptedException {
    return (Permit) limiter.acquire(PATIENCE);
  }

  /** How many permits there are at once; each is used. */
  static int sendAllThereAre(RateLimiter limiter) throws InterruptedException {
    int sent = 0;
    while (limiter.acquire(Duration.ZERO) instanceof Permit permit) {
      exchange(permit);
      sent++;
    }
    return sent;
  }

  static Future<Admission> asking(RateLimiter limiter, Duration within) {
    CompletableFuture<Admission> asked = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                asked.complete(limiter.acquire(within));
              } catch (InterruptedException | RuntimeException e) {
                asked.completeExceptionally(e);
              }
            });
    thread.setDaemon(true);
    thread.start();
    return asked;
  }
}
