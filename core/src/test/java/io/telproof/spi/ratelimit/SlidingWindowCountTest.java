package io.telproof.spi.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.spi.ratelimit.RateLimiter.Admission;
import io.telproof.spi.ratelimit.RateLimiter.Permit;
import io.telproof.spi.ratelimit.RateLimiter.Rejected;
import io.telproof.spi.time.HandTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A window's count, held against a count that looks at every request there ever was. */
class SlidingWindowCountTest {
  private static final Duration TRAVEL = Duration.ofMillis(20);
  private static final RateLimits LIMITS =
      new RateLimits(
          List.of(
              new RateLimit(3, Duration.ofMillis(100)),
              new RateLimit(11, Duration.ofSeconds(1)),
              new RateLimit(60, Duration.ofSeconds(10))),
          TRAVEL);

  private final HandTime time = new HandTime("2026-01-01T00:00:00Z");
  private final SlidingWindow window = new SlidingWindow(LIMITS, time);
  private final List<Use> uses = new ArrayList<>();
  private int refused;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void it_is_exact_in_every_limit_whatever_becomes_of_the_permits(long seed)
      throws InterruptedException {
    Random random = new Random(seed);
    for (int step = 0; step < 2000; step++) {
      time.advance(Duration.ofMillis(random.nextInt(30)));
      switch (random.nextInt(4)) {
        case 0 -> open(random).ifPresent(Use::send);
        case 1 -> open(random).ifPresent(Use::close);
        default -> ask(step);
      }
      assertThat(window.left()).as("step %d", step).isEqualTo(counted());
    }
    assertThat(window.left().keySet()).containsExactlyElementsOf(LIMITS.all());
    assertThat(refused).isPositive();
    assertThat(uses).hasSizeGreaterThan(100);
  }

  private void ask(int step) throws InterruptedException {
    Map<RateLimit, Integer> left = counted();
    boolean free = left.values().stream().allMatch(permits -> permits > 0);
    Admission admission = window.acquire(Duration.ZERO);
    if (admission instanceof Permit permit) {
      assertThat(free).as("a permit at step %d, with %s", step, left).isTrue();
      uses.add(new Use(permit));
    } else {
      assertThat(free).as("none at step %d, with %s", step, left).isFalse();
      assertThat(((Rejected) admission).retryAfter()).as("step %d", step).isEqualTo(wait(left));
      refused++;
    }
  }

  /** What is held comes back a period from now, if it is sent at once and the reply is as quick. */
  private Duration wait(Map<RateLimit, Integer> left) {
    long now = time.passed().toNanos();
    long at = now;
    for (RateLimit limit : LIMITS.all()) {
      if (left.getOrDefault(limit, 0) == 0) {
        long period = limit.period().toNanos();
        long first =
            uses.stream()
                .filter(use -> use.isSent)
                .mapToLong(use -> use.countedAt)
                .filter(moment -> moment + period > now)
                .min()
                .orElse(now);
        at = Math.max(at, first + period);
      }
    }
    return Duration.ofNanos(at - now);
  }

  private Map<RateLimit, Integer> counted() {
    Map<RateLimit, Integer> left = new LinkedHashMap<>();
    for (RateLimit limit : LIMITS.all()) {
      long taken = uses.stream().filter(use -> use.isIn(limit)).count();
      left.put(limit, limit.permits() - (int) taken);
    }
    return left;
  }

  private Optional<Use> open(Random random) {
    List<Use> open = uses.stream().filter(use -> !use.isOver).toList();
    return open.isEmpty() ? Optional.empty() : Optional.of(open.get(random.nextInt(open.size())));
  }

  /** One permit, and what became of it. */
  private final class Use {
    private final Permit permit;
    private boolean isSent;
    private boolean isOver;
    private long countedAt;

    private Use(Permit permit) {
      this.permit = permit;
    }

    private void send() {
      permit.sent();
      if (!isSent) {
        isSent = true;
        countedAt = time.passed().plus(TRAVEL).toNanos();
      }
    }

    private void close() {
      permit.close();
      isOver = true;
      countedAt = Math.min(countedAt, time.passed().toNanos());
    }

    private boolean isIn(RateLimit limit) {
      return isSent ? countedAt + limit.period().toNanos() > time.passed().toNanos() : !isOver;
    }
  }

  @Test
  void a_limit_takes_memory_for_what_is_used_of_it_and_not_for_what_it_allows()
      throws InterruptedException {
    SlidingWindow large = new SlidingWindow(RateLimits.of(RateLimit.of("999999999/day")), time);
    for (int i = 0; i < 1000; i++) {
      ((Permit) large.acquire(Duration.ZERO)).sent();
    }
    assertThat(large.left().values()).containsExactly(999_998_999);
  }
}
