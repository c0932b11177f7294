package io.telproof.performance;

import io.telproof.spi.ratelimit.RateLimiter;
import io.telproof.spi.ratelimit.RateLimiters;
import io.telproof.spi.ratelimit.RateLimits;
import io.telproof.spi.time.Time;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** The rate limiters of this process; notes who asks, who is given a permit, and what is sent. */
final class ObservedLimiters implements RateLimiters {
  private final RateLimiters limiters = RateLimiters.local(Time.system());
  private final Moments sent = new Moments();
  private final AtomicInteger asked = new AtomicInteger();
  private final List<Given> given = new ArrayList<>();

  /** A permit that somebody has been given, at a moment in nanoseconds. */
  record Given(Thread caller, long at) {}

  /** When a request was sent, as its permit was told. */
  Moments sent() {
    return sent;
  }

  /** How many permits were asked for. */
  int asked() {
    return asked.get();
  }

  /** The permits, in the order in which those who waited for them went on. */
  List<Given> given() {
    synchronized (given) {
      return List.copyOf(given);
    }
  }

  @Override
  public RateLimiter limiter(String key, RateLimits limits) {
    RateLimiter limiter = limiters.limiter(key, limits);
    return within -> {
      asked.incrementAndGet();
      return observed(limiter.acquire(within));
    };
  }

  private RateLimiter.Admission observed(RateLimiter.Admission admission) {
    if (!(admission instanceof RateLimiter.Permit permit)) {
      return admission;
    }
    synchronized (given) {
      given.add(new Given(Thread.currentThread(), System.nanoTime()));
    }
    return new RateLimiter.Permit() {
      private boolean told;

      @Override
      public boolean isValid() {
        return permit.isValid();
      }

      @Override
      public synchronized void sent() {
        // Before the limiter is told, whose slot counts from later.
        long now = System.nanoTime();
        permit.sent();
        if (!told) {
          told = true;
          sent.add(now);
        }
      }

      @Override
      public void close() {
        permit.close();
      }
    };
  }
}
