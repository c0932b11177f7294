package io.telproof.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.spi.ratelimit.RateLimit;
import io.telproof.spi.ratelimit.RateLimiter;
import io.telproof.spi.ratelimit.RateLimiter.Permit;
import io.telproof.spi.ratelimit.RateLimiters;
import io.telproof.spi.ratelimit.RateLimits;
import io.telproof.testkit.internal.SendLog;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How much of a limit is used where callers have little time, or are interrupted. */
@Timeout(120)
class CallersWhoGiveUpTest {
  private static final RateLimit LIMIT = RateLimit.perSecond(20);
  private static final int CALLERS = 48;
  private static final Duration SPAN = Duration.ofSeconds(10);

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void callers_who_give_up_take_next_to_nothing_of_the_limit_from_the_others(long seed)
      throws InterruptedException {
    double undisturbed = new Run(seed, false).used();
    double disturbed = new Run(seed, true).used();
    assertThat(disturbed).as("seed %d", seed).isGreaterThan(0.9 * undisturbed);
  }

  /** Callers who fail to connect now and then; three of four, if so, in a hurry and interrupted. */
  private static final class Run {
    private final VirtualTime time = VirtualTime.at(Instant.parse("2026-01-01T00:00:00Z"));
    private final RateLimiter limiter =
        RateLimiters.local(time).limiter("crowd", RateLimits.of(LIMIT));
    private final SendLog log = new SendLog();
    private final List<Thread> hurried = new ArrayList<>();
    private final AtomicInteger interrupted = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();

    private Run(long seed, boolean disturbed) throws InterruptedException {
      List<VirtualTime.Task> tasks = new ArrayList<>();
      for (int i = 0; i < CALLERS; i++) {
        Random random = new Random(seed * 1000 + i);
        boolean hurry = disturbed && i % 4 > 0;
        tasks.add(() -> caller(random, hurry));
      }
      if (disturbed) {
        tasks.add(() -> interrupts(new Random(seed)));
      }
      time.run(tasks);
      log.neverExceeds(LIMIT);
      assertThat(interrupted.get() > 100 && refused.get() > 100).isEqualTo(disturbed);
    }

    private boolean goesOn() {
      return time.nanos() < SPAN.toNanos();
    }

    private void caller(Random random, boolean hurry) throws InterruptedException {
      if (hurry) {
        hurried.add(Thread.currentThread());
      }
      while (goesOn()) {
        try {
          Duration within = hurry ? Duration.ofMillis(300 + random.nextInt(3000)) : SPAN;
          if (limiter.acquire(within) instanceof Permit permit) {
            exchange(permit, random);
          } else {
            refused.incrementAndGet();
            time.await(Duration.ofMillis(1 + random.nextInt(50)));
          }
        } catch (InterruptedException e) {
          interrupted.incrementAndGet();
        }
      }
    }

    /** One in five finds no connection. */
    private void exchange(Permit permit, Random random) throws InterruptedException {
      try (permit) {
        time.await(Duration.ofMillis(random.nextInt(5)));
        if (random.nextInt(5) > 0) {
          log.sentAt(time.nanos());
          permit.sent();
          time.await(Duration.ofMillis(1 + random.nextInt(30)));
        }
      }
    }

    private void interrupts(Random random) throws InterruptedException {
      while (goesOn()) {
        time.await(Duration.ofMillis(1 + random.nextInt(3)));
        time.interrupt(hurried.get(random.nextInt(hurried.size())));
      }
    }

    private double used() {
      return log.utilisation(LIMIT);
    }
  }
}
