package io.telproof.spi.http;

import io.telproof.spi.ratelimit.RateLimiter;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A rate limiter that always has a permit and says what became of each. */
final class CountingRateLimiter implements RateLimiter {
  private final List<String> events = new CopyOnWriteArrayList<>();

  @Override
  public Admission acquire(Duration within) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    events.add("taken");
    return new Permit() {
      private boolean over;

      @Override
      public synchronized void sent() {
        end("sent");
      }

      @Override
      public synchronized void close() {
        end("given back");
      }

      private void end(String how) {
        if (!over) {
          over = true;
          events.add(how);
        }
      }
    };
  }

  List<String> events() {
    return List.copyOf(events);
  }
}
