package io.telproof.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.spi.ratelimit.RateLimiter;
import io.telproof.spi.ratelimit.RateLimiter.Permit;
import io.telproof.spi.ratelimit.RateLimiters;
import io.telproof.spi.ratelimit.RateLimits;
import io.telproof.spi.time.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How often those who wait for a permit wake up. */
@Timeout(60)
class CheapWaitTest {
  private static final int CALLERS = 100;

  private final VirtualTime time = VirtualTime.at(Instant.parse("2026-01-01T00:00:00Z"));
  private final AtomicInteger waits = new AtomicInteger();

  @Test
  void who_waits_wakes_to_be_the_first_and_for_its_permit_however_long_the_line()
      throws InterruptedException {
    RateLimiter limiter = RateLimiters.local(counting()).limiter("line", RateLimits.perSecond(1));
    List<Integer> order = new ArrayList<>();
    List<VirtualTime.Task> tasks = new ArrayList<>();
    for (int i = 0; i < CALLERS; i++) {
      int caller = i;
      tasks.add(
          () -> {
            try (Permit permit = (Permit) limiter.acquire(Duration.ofHours(1))) {
              order.add(caller);
              permit.sent();
            }
          });
    }
    time.run(tasks);
    assertThat(order).isEqualTo(IntStream.range(0, CALLERS).boxed().toList());
    assertThat(Duration.ofNanos(time.nanos())).isEqualTo(Duration.ofSeconds(CALLERS - 1));
    assertThat(waits.get()).isLessThanOrEqualTo(2 * CALLERS);
  }

  /** Virtual time that counts how often somebody begins to wait. */
  private Time counting() {
    return new Time() {
      @Override
      public Instant now() {
        return time.now();
      }

      @Override
      public long nanos() {
        return time.nanos();
      }

      @Override
      public void await(Duration duration) throws InterruptedException {
        waits.incrementAndGet();
        time.await(duration);
      }

      @Override
      public void await(Duration atMost, CompletableFuture<?> signal) throws InterruptedException {
        waits.incrementAndGet();
        time.await(atMost, signal);
      }
    };
  }
}
