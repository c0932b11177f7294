package io.telproof.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.telproof.spi.ratelimit.RateLimit;
import io.telproof.spi.ratelimit.RateLimiter;
import io.telproof.spi.ratelimit.RateLimiter.Admission;
import io.telproof.spi.ratelimit.RateLimiter.Permit;
import io.telproof.spi.ratelimit.RateLimiter.Rejected;
import io.telproof.spi.ratelimit.RateLimiters;
import io.telproof.spi.time.Time;
import io.telproof.testkit.internal.SendLog;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What every implementation of {@link RateLimiters} promises. Extend it and say how to make one.
 */
@Timeout(120)
public abstract class RateLimiterContract {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final RateLimit TWO = RateLimit.perSecond(2);
  private static final RateLimit TWENTY = RateLimit.perSecond(20);

  private final VirtualTime time = VirtualTime.at(Instant.parse("2026-01-01T00:00:00Z"));

  /** For contracts. */
  protected RateLimiterContract() {}

  /**
   * New limiters, which know nothing of the keys of other tests.
   *
   * @param virtual the only time they may go by, for counting and for waiting
   */
  protected abstract RateLimiters limiters(Time virtual);

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5})
  final void sixty_four_threads_never_exceed_any_window_and_use_over_95_percent_of_it(long seed)
      throws InterruptedException {
    SendLog log = SendLog.crowd(crowd(TWENTY), time, seed, 64, 3);
    log.neverExceeds(TWENTY);
    assertThat(log.utilisation(TWENTY)).as("utilisation, seed %d", seed).isGreaterThan(0.95);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {11, 12, 13, 14, 15})
  final void no_window_is_exceeded_where_many_connects_are_slow_or_fail(long seed)
      throws InterruptedException {
    RateLimit limit = new RateLimit(7, Duration.ofMillis(300));
    SendLog log = SendLog.crowd(crowd(limit), time, seed, 40, 50);
    log.neverExceeds(limit);
    assertThat(log.times()).as("seed %d", seed).hasSizeGreaterThan(50);
  }

  private RateLimiter crowd(RateLimit limit) {
    return limiters(time).limiter("crowd", limit);
  }

  @Test
  final void threads_that_ask_at_the_same_moment_get_a_permit_each_and_no_more() throws Exception {
    RateLimiter limiter = limiters(time).limiter("moment", TWENTY);
    List<Future<Admission>> asked =
        IntStream.range(0, 64).mapToObj(i -> asking(limiter, Duration.ofNanos(1))).toList();
    int permits = 0;
    for (Future<Admission> each : asked) {
      permits += each.get() instanceof Permit ? 1 : 0;
    }
    assertThat(permits).isEqualTo(20);
  }

  @Test
  final void a_slot_comes_back_a_period_after_the_send_and_not_after_the_permit() throws Exception {
    RateLimiter limiter = limiters(time).limiter("slow connect", new RateLimit(1, SECOND));
    Permit slow = permit(limiter);
    time.advance(Duration.ofMillis(900));
    slow.sent();
    slow.close();
    time.advance(Duration.ofMillis(999));
    assertThat(limiter.acquire(Duration.ZERO)).isInstanceOf(Rejected.class);
    time.advance(Duration.ofMillis(100));
    assertThat(limiter.acquire(Duration.ZERO)).isInstanceOf(Permit.class);
  }

  @Test
  final void a_slot_that_was_not_sent_in_comes_back_at_once() throws Exception {
    RateLimiter limiter = limiters(time).limiter("failed connect", new RateLimit(1, SECOND));
    for (int i = 0; i < 100; i++) {
      permit(limiter).close();
    }
    assertThat(time.nanos()).isZero();
  }

  @Test
  final void a_slot_that_comes_back_early_is_used_within_the_period_by_who_waits()
      throws Exception {
    RateLimiter limiter = limiters(time).limiter("early", new RateLimit(1, SECOND));
    List<VirtualTime.Task> tasks = new ArrayList<>();
    tasks.add(
        () -> {
          Permit fails = permit(limiter);
          time.await(Duration.ofMillis(100));
          fails.close();
        });
    tasks.add(() -> exchange(limiter));
    time.run(tasks);
    assertThat(Duration.ofNanos(time.nanos())).isLessThan(Duration.ofMillis(1100));
  }

  @Test
  final void a_turn_ends_once_by_the_first_of_sent_and_close() throws Exception {
    RateLimiter limiter = limiters(time).limiter("twice", TWO);
    Permit sent = permit(limiter);
    sent.sent();
    sent.sent();
    sent.close();
    Permit closed = permit(limiter);
    closed.close();
    closed.sent();
    closed.close();
    assertThat(limiter.acquire(Duration.ZERO)).isInstanceOf(Permit.class);
    assertThat(limiter.acquire(Duration.ZERO)).isInstanceOf(Rejected.class);
  }

  @Test
  final void turns_are_given_in_the_order_of_asking() throws InterruptedException {
    RateLimiter limiter = limiters(time).limiter("order", TWO);
    List<Integer> order = new ArrayList<>();
    List<VirtualTime.Task> tasks = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      int asker = i;
      tasks.add(
          () -> {
            time.await(Duration.ofMillis(asker * 37L));
            Permit permit = permit(limiter);
            order.add(asker);
            permit.sent();
            permit.close();
          });
    }
    time.run(tasks);
    assertThat(order).isEqualTo(IntStream.range(0, 30).boxed().toList());
  }

  @Test
  final void a_slot_whose_exchange_is_not_over_comes_back_all_the_same() throws Exception {
    RateLimiter limiter = limiters(time).limiter("lost reply", new RateLimit(1, SECOND));
    permit(limiter).sent();
    time.advance(Duration.ofMillis(999));
    assertThat(limiter.acquire(Duration.ZERO)).isInstanceOf(Rejected.class);
    time.advance(Duration.ofMillis(501));
    assertThat(limiter.acquire(Duration.ZERO)).isInstanceOf(Permit.class);
  }

  @Test
  final void an_interrupt_ends_the_wait_at_once_and_uses_up_nothing() throws Exception {
    RateLimiter limiter = limiters(time).limiter("interrupt", TWO);
    exchange(limiter);
    exchange(limiter);
    CompletableFuture<Admission> waiting = new CompletableFuture<>();
    Thread asker = asker(limiter, MINUTE, waiting);
    asker.start();
    time.untilWaiting(1);
    asker.interrupt();
    assertThatExceptionOfType(ExecutionException.class)
        .isThrownBy(waiting::get)
        .withCauseInstanceOf(InterruptedException.class);
    assertThat(time.nanos()).isZero();
    time.advance(Duration.ofMillis(1100));
    assertThat(limiter.acquire(Duration.ZERO)).isInstanceOf(Permit.class);
    assertThat(limiter.acquire(Duration.ZERO)).isInstanceOf(Permit.class);
  }

  @Test
  final void who_is_interrupted_already_gets_no_permit_and_uses_up_none() throws Exception {
    RateLimiter limiter = limiters(time).limiter("interrupted", new RateLimit(1, SECOND));
    Thread.currentThread().interrupt();
    assertThatExceptionOfType(InterruptedException.class).isThrownBy(() -> limiter.acquire(MINUTE));
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
    assertThat(limiter.acquire(Duration.ZERO)).isInstanceOf(Permit.class);
  }

  @Test
  final void a_wait_that_would_outlast_the_time_given_is_refused_at_once() throws Exception {
    RateLimiter limiter = limiters(time).limiter("hurry", TWO);
    exchange(limiter);
    exchange(limiter);
    assertThat(limiter.acquire(Duration.ofMillis(999))).isInstanceOf(Rejected.class);
    assertThat(time.nanos()).isZero();
  }

  @Test
  final void a_wait_behind_others_that_would_outlast_the_time_given_is_refused_at_once()
      throws Exception {
    RateLimiter limiter = limiters(time).limiter("queue", TWO);
    exchange(limiter);
    exchange(limiter);
    List<Long> had = new ArrayList<>();
    List<VirtualTime.Task> tasks = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      tasks.add(
          () -> {
            exchange(limiter);
            had.add(time.nanos());
          });
    }
    tasks.add(
        () -> {
          assertThat(limiter.acquire(Duration.ofMillis(2900))).isInstanceOf(Rejected.class);
          assertThat(time.nanos()).isZero();
        });
    time.run(tasks);
    assertThat(had).hasSize(4).allSatisfy(nanos -> assertThat(nanos).isLessThan(2_200_000_000L));
  }

  @Test
  final void after_the_wait_that_a_refusal_names_a_permit_is_had() throws Exception {
    RateLimiter limiter = limiters(time).limiter("honest", TWO);
    exchange(limiter);
    time.advance(Duration.ofMillis(250));
    exchange(limiter);
    time.advance(Duration.ofMillis(250));
    for (int i = 0; i < 10; i++) {
      Rejected refused = (Rejected) limiter.acquire(Duration.ofNanos(1));
      assertThat(refused.retryAfter()).isPositive().isLessThanOrEqualTo(Duration.ofMillis(1100));
      time.advance(refused.retryAfter());
      exchange(limiter);
    }
  }

  @Test
  final void who_is_refused_uses_up_nothing_and_holds_up_nobody() throws Exception {
    RateLimiter limiter = limiters(time).limiter("refused", TWO);
    exchange(limiter);
    exchange(limiter);
    for (int i = 0; i < 50; i++) {
      assertThat(limiter.acquire(Duration.ofMillis(1))).isInstanceOf(Rejected.class);
    }
    time.advance(Duration.ofMillis(1100));
    assertThat(limiter.acquire(Duration.ZERO)).isInstanceOf(Permit.class);
    assertThat(limiter.acquire(Duration.ZERO)).isInstanceOf(Permit.class);
    assertThat(limiter.acquire(Duration.ZERO)).isInstanceOf(Rejected.class);
  }

  @Test
  final void one_key_is_one_rate_limiter_and_another_key_another() throws Exception {
    RateLimiters limiters = limiters(time);
    exchange(limiters.limiter("one", new RateLimit(1, SECOND)));
    assertThat(limiters.limiter("one", new RateLimit(1, SECOND)).acquire(Duration.ZERO))
        .isInstanceOf(Rejected.class);
    assertThat(limiters.limiter("other", new RateLimit(1, SECOND)).acquire(Duration.ZERO))
        .isInstanceOf(Permit.class);
  }

  @Test
  final void a_key_has_one_limit() {
    RateLimiters limiters = limiters(time);
    limiters.limiter("one", TWO);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> limiters.limiter("one", TWENTY))
        .withMessageContainingAll("one", "2/s", "20/s");
  }

  /** One whole exchange with the vendor: sent, and over at once. */
  private static void exchange(RateLimiter limiter) throws InterruptedException {
    Permit permit = permit(limiter);
    permit.sent();
    permit.close();
  }

  private static Permit permit(RateLimiter limiter) throws InterruptedException {
    return (Permit) limiter.acquire(MINUTE);
  }

  private static Future<Admission> asking(RateLimiter limiter, Duration within) {
    CompletableFuture<Admission> asked = new CompletableFuture<>();
    asker(limiter, within, asked).start();
    return asked;
  }

  private static Thread asker(
      RateLimiter limiter, Duration within, CompletableFuture<Admission> asked) {
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
    return thread;
  }
}
