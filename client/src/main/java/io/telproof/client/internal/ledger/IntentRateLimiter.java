package io.telproof.client.internal.ledger;

import io.telproof.client.internal.event.ObservedRateLimiters;
import io.telproof.spi.ratelimit.RateLimit;
import io.telproof.spi.ratelimit.RateLimiter;
import java.time.Duration;
import java.util.Map;

/**
 * A limiter that has the intent written once it has a permit: a question that waits for its limit
 * is not in doubt where the process ends. Where the intent must be written and cannot be, the
 * permit is given back. Thread-safe.
 */
final class IntentRateLimiter implements RateLimiter {
  private final RateLimiter limiter;
  private final String operation;
  private final LedgerAttempts attempts;

  IntentRateLimiter(RateLimiter limiter, String key, LedgerAttempts attempts) {
    this.limiter = limiter;
    this.operation = ObservedRateLimiters.operation(key);
    this.attempts = attempts;
  }

  @Override
  public Admission acquire(Duration within) throws InterruptedException {
    Admission admission = limiter.acquire(within);
    if (!(admission instanceof Permit permit)) {
      return admission;
    }
    boolean written = false;
    try {
      attempts.current().ifPresent(attempt -> attempt.intend(operation));
      written = true;
      return admission;
    } finally {
      if (!written) {
        permit.close();
      }
    }
  }

  @Override
  public Map<RateLimit, Integer> left() {
    return limiter.left();
  }
}
