package io.telproof.limits.redis;

import static io.telproof.limits.redis.Exchanges.asking;
import static io.telproof.limits.redis.Exchanges.exchange;
import static io.telproof.limits.redis.Exchanges.permit;
import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.spi.ratelimit.RateLimit;
import io.telproof.spi.ratelimit.RateLimiter;
import io.telproof.spi.ratelimit.RateLimiter.Admission;
import io.telproof.spi.ratelimit.RateLimiter.Permit;
import io.telproof.spi.ratelimit.RateLimiter.Rejected;
import io.telproof.spi.ratelimit.RateLimits;
import io.telproof.testkit.VirtualTime;
import io.telproof.testkit.internal.SendLog;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Two processes at one limit, by a time that is moved by hand. */
final class SharedLimitTest {
  private static final RedisServer SERVER = RedisServer.start();
  private static final RateLimit TWENTY = RateLimit.perSecond(20);
  private static final RateLimits ONE = RateLimits.perSecond(1);
  private static final Duration HOLD = Duration.ofSeconds(2);
  private static final Duration LASTS = Duration.ofMillis(1021);

  private final VirtualTime time = VirtualTime.at(Instant.parse("2026-01-01T00:00:00Z"));
  private final StoreLimiters one = StoreLimiters.of(SERVER, time);
  private final StoreLimiters other = one.another(time);

  @AfterEach
  void close() {
    one.close();
    other.close();
  }

  @AfterAll
  static void stop() {
    SERVER.close();
  }

  @Test
  void two_processes_together_never_exceed_any_window_and_use_over_95_percent_of_it()
      throws InterruptedException {
    SendLog log = new SendLog();
    List<VirtualTime.Task> tasks = new ArrayList<>();
    for (StoreLimiters each : List.of(one, other)) {
      RateLimiter limiter = each.limiter("crowd", RateLimits.of(TWENTY));
      for (int i = 0; i < 24; i++) {
        tasks.add(() -> sendForTenSeconds(limiter, log));
      }
    }
    time.run(tasks);
    log.neverExceeds(TWENTY);
    assertThat(log.utilisation(TWENTY)).isGreaterThan(0.95);
  }

  private void sendForTenSeconds(RateLimiter limiter, SendLog log) throws InterruptedException {
    long end = Duration.ofSeconds(10).toNanos();
    while (time.nanos() < end
        && limiter.acquire(Duration.ofNanos(end - time.nanos())) instanceof Permit permit) {
      time.await(Duration.ofMillis(1));
      log.sentAt(time.nanos());
      permit.sent();
      time.await(Duration.ofMillis(50));
      permit.close();
    }
  }

  @Test
  void every_limit_of_several_holds_over_both_processes() throws InterruptedException {
    RateLimits both = RateLimits.of(RateLimit.perSecond(3), RateLimit.of("5/min"));
    RateLimiter here = one.limiter("several", both);
    RateLimiter there = other.limiter("several", both);
    exchange(here);
    exchange(there);
    assertThat(there.left()).containsExactly(entry("3/s", 1), entry("5/min", 3));
    exchange(here);
    assertThat(there.acquire(Duration.ZERO)).isInstanceOf(Rejected.class);
    time.advance(LASTS);
    exchange(there);
    exchange(here);
    assertThat(here.left()).containsExactly(entry("3/s", 1), entry("5/min", 0));
    Rejected refused = (Rejected) there.acquire(Duration.ofSeconds(30));
    assertThat(refused.retryAfter()).isBetween(Duration.ofSeconds(58), Duration.ofSeconds(60));
  }

  private static Map.Entry<RateLimit, Integer> entry(String limit, int left) {
    return Map.entry(RateLimit.of(limit), left);
  }

  @Test
  void permits_are_given_in_the_order_of_asking_whichever_process_asks()
      throws InterruptedException {
    RateLimiter here = one.limiter("order", RateLimits.perSecond(2));
    RateLimiter there = other.limiter("order", RateLimits.perSecond(2));
    List<Integer> order = new ArrayList<>();
    List<VirtualTime.Task> tasks = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      int asker = i;
      tasks.add(
          () -> {
            time.await(Duration.ofMillis(asker * 37L));
            Permit permit = permit(asker % 3 == 0 ? here : there);
            order.add(asker);
            exchange(permit);
          });
    }
    time.run(tasks);
    assertThat(order).isEqualTo(IntStream.range(0, 20).boxed().toList());
  }

  @Test
  void what_a_process_holds_and_waits_for_when_it_dies_is_free_in_the_stated_time()
      throws Exception {
    RateLimiter dies = one.limiter("dead", ONE);
    permit(dies);
    for (int i = 1; i <= 3; i++) {
      Future<?> unused = asking(dies, Exchanges.PATIENCE);
      time.untilWaiting(i);
    }
    // Nothing of it reaches Redis from now on.
    one.close();
    RateLimiter lives = other.limiter("dead", ONE);
    List<Long> had = new ArrayList<>();
    time.run(
        List.of(
            () -> {
              permit(lives);
              had.add(time.nanos());
            }));
    assertThat(Duration.ofNanos(had.get(0)))
        .isBetween(HOLD.plus(LASTS).minusMillis(2), HOLD.plus(LASTS).plusMillis(210));
  }

  @Test
  void a_permit_is_not_valid_once_hold_has_passed_since_it_was_asked_for() throws Exception {
    Permit permit = permit(one.limiter("gate", ONE));
    time.advance(HOLD.minusNanos(1));
    assertThat(permit.isValid()).isTrue();
    time.advance(Duration.ofNanos(1));
    assertThat(permit.isValid()).isFalse();
  }

  @Test
  void what_was_sent_all_the_same_after_its_lease_had_ended_counts_for_a_period() throws Exception {
    RateLimiter here = one.limiter("late", ONE);
    RateLimiter there = other.limiter("late", ONE);
    Permit permit = permit(here);
    time.advance(Duration.ofSeconds(4));
    permit.sent();
    Rejected refused = untilRejected(there);
    assertThat(refused.retryAfter()).isBetween(Duration.ofSeconds(1), LASTS);
  }

  /** What one process tells and what the other asks go by two connections. */
  private static Rejected untilRejected(RateLimiter limiter) throws InterruptedException {
    while (true) {
      Admission admission = limiter.acquire(Duration.ZERO);
      if (admission instanceof Rejected rejected) {
        return rejected;
      }
      ((Permit) admission).close();
    }
  }

  @Test
  void a_request_that_was_sent_late_counts_from_when_it_was_sent() throws Exception {
    RateLimiter here = one.limiter("slow", ONE);
    Permit permit = permit(here);
    time.advance(Duration.ofMillis(1500));
    permit.sent();
    assertThat(((Rejected) here.acquire(Duration.ZERO)).retryAfter())
        .isBetween(Duration.ofMillis(1020), LASTS);
    permit.close();
    assertThat(((Rejected) here.acquire(Duration.ZERO)).retryAfter())
        .isBetween(Duration.ofMillis(1000), Duration.ofMillis(1001));
  }

  @Test
  void no_key_and_no_value_holds_more_than_the_limiter_s_key_and_random_ids() throws Exception {
    RateLimiter here = one.limiter("abc123/Op", RateLimits.of(TWENTY, RateLimit.of("9999/day")));
    exchange(here);
    permit(here);
    List<String> keys = SERVER.commands().keys("*{abc123/Op}*");
    assertThat(keys)
        .allSatisfy(key -> assertThat(key).matches("test-\\d+:\\{abc123/Op}:(state|held:\\d+)"))
        .hasSize(3);
    assertThat(keys.stream().filter(key -> key.contains("held")))
        .allSatisfy(
            key ->
                assertThat(SERVER.commands().zrange(key, 0, -1))
                    .hasSize(2)
                    .allSatisfy(id -> assertThat(id).matches("[0-9a-z]+-[0-9a-z]+")));
  }
}
