package io.telproof.testkit.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.telproof.spi.ratelimit.RateLimit;
import io.telproof.spi.ratelimit.RateLimiter;
import io.telproof.spi.ratelimit.RateLimiter.Admission;
import io.telproof.spi.ratelimit.RateLimiter.Permit;
import io.telproof.spi.ratelimit.RateLimiter.Rejected;
import io.telproof.spi.ratelimit.RateLimiters;
import io.telproof.spi.ratelimit.RateLimits;
import io.telproof.spi.time.Time;
import io.telproof.testkit.VirtualTime;
import io.telproof.testkit.internal.SendLog;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
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
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final RateLimit TWO_A_SECOND = RateLimit.perSecond(2);
  private static final RateLimit TWENTY = RateLimit.perSecond(20);
  private static final RateLimits ONE = RateLimits.perSecond(1);
  private static final RateLimits TWO = RateLimits.perSecond(2);

  private final VirtualTime time = VirtualTime.at(Instant.parse("2026-01-01T00:00:00Z"));

  /** For contracts. */
  protected RateLimiterContract() {}

  /**
   * {@return new limiters, which know nothing of the keys of other tests}
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
    return limiters(time).limiter("crowd", RateLimits.of(limit));
  }

  @Test
  final void threads_that_ask_at_the_same_moment_get_a_permit_each_and_no_more() throws Exception {
    RateLimiter limiter = limiters(time).limiter("moment", RateLimits.of(TWENTY));
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
    RateLimiter limiter = limiters(time).limiter("slow connect", ONE);
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
    RateLimiter limiter = limiters(time).limiter("failed connect", ONE);
    for (int i = 0; i < 100; i++) {
      permit(limiter).close();
    }
    assertThat(time.nanos()).isZero();
  }

  @Test
  final void a_slot_that_comes_back_early_is_used_within_the_period_by_who_waits()
      throws Exception {
    RateLimiter limiter = limiters(time).limiter("early", ONE);
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
    RateLimiter limiter = limiters(time).limiter("lost reply", ONE);
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
    RateLimiter limiter = limiters(time).limiter("interrupted", ONE);
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
    exchange(limiters.limiter("one", ONE));
    assertThat(limiters.limiter("one", ONE).acquire(Duration.ZERO)).isInstanceOf(Rejected.class);
    assertThat(limiters.limiter("other", ONE).acquire(Duration.ZERO)).isInstanceOf(Permit.class);
  }

  @Test
  final void a_key_has_one_limit() {
    RateLimiters limiters = limiters(time);
    limiters.limiter("one", TWO);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> limiters.limiter("one", RateLimits.of(TWENTY)))
        .withMessageContainingAll("one", "2/s", "20/s");
  }

  @Test
  final void a_slot_comes_back_a_period_and_the_travel_after_the_send_where_no_reply_says_sooner()
      throws Exception {
    RateLimiter limiter = travelling("no reply", Duration.ofMillis(200));
    permit(limiter).sent();
    time.advance(Duration.ofMillis(1190));
    assertThat(limiter.acquire(Duration.ZERO)).isInstanceOf(Rejected.class);
    time.advance(Duration.ofMillis(20));
    assertThat(limiter.acquire(Duration.ZERO)).isInstanceOf(Permit.class);
  }

  @Test
  final void a_reply_within_the_travel_brings_the_slot_back_a_period_after_it() throws Exception {
    RateLimiter limiter = travelling("quick reply", Duration.ofMillis(500));
    Permit permit = permit(limiter);
    permit.sent();
    time.advance(Duration.ofMillis(50));
    permit.close();
    time.advance(Duration.ofMillis(990));
    assertThat(limiter.acquire(Duration.ZERO)).isInstanceOf(Rejected.class);
    time.advance(Duration.ofMillis(20));
    assertThat(limiter.acquire(Duration.ZERO)).isInstanceOf(Permit.class);
  }

  @Test
  final void a_reply_after_the_travel_changes_nothing() throws Exception {
    RateLimiter limiter = travelling("slow reply", Duration.ofMillis(50));
    Permit permit = permit(limiter);
    permit.sent();
    time.advance(Duration.ofMillis(900));
    permit.close();
    time.advance(Duration.ofMillis(140));
    assertThat(limiter.acquire(Duration.ZERO)).isInstanceOf(Rejected.class);
    time.advance(Duration.ofMillis(20));
    assertThat(limiter.acquire(Duration.ZERO)).isInstanceOf(Permit.class);
  }

  private RateLimiter travelling(String key, Duration travel) {
    RateLimits limits = ONE.withTravel(travel);
    return limiters(time).limiter(key, limits);
  }

  @ParameterizedTest(name = "a reply after {0} ms")
  @ValueSource(ints = {0, 200, 800})
  final void no_window_at_the_vendor_is_exceeded_where_ways_to_it_differ_by_the_travel(int latency)
      throws InterruptedException {
    RateLimiter limiter = crowd(TWENTY);
    SendLog arrivals = new SendLog();
    List<VirtualTime.Task> tasks = new ArrayList<>();
    for (int i = 0; i < 64; i++) {
      Random random = new Random(i);
      tasks.add(
          () -> {
            Duration left = Duration.ofSeconds(10);
            while (!left.isNegative() && limiter.acquire(left) instanceof Permit permit) {
              permit.sent();
              time.await(Duration.ofMillis(random.nextInt(21)));
              arrivals.sentAt(time.nanos());
              time.await(Duration.ofMillis(latency + random.nextInt(1 + latency / 4)));
              permit.close();
              left = Duration.ofSeconds(10).minusNanos(time.nanos());
            }
          });
    }
    time.run(tasks);
    arrivals.neverExceeds(TWENTY);
    assertThat(arrivals.utilisation(TWENTY)).isGreaterThan(0.95);
  }

  @Test
  final void of_several_limits_each_holds_and_none_takes_more_than_it_says() throws Exception {
    RateLimiter limiter =
        limiters(time).limiter("several", RateLimits.of(TWO_A_SECOND, new RateLimit(5, MINUTE)));
    List<Long> had = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      time.run(
          List.of(
              () -> {
                Permit permit = (Permit) limiter.acquire(MINUTE.multipliedBy(2));
                had.add(Duration.ofNanos(time.nanos()).toMillis());
                permit.sent();
                permit.close();
              }));
    }
    long[] expected = {0, 0, 1000, 1000, 2000, 60_000, 60_000, 61_000, 61_000, 62_000, 120_000};
    for (int i = 0; i < expected.length; i++) {
      assertThat(had.get(i)).as("permit %d", i).isBetween(expected[i], expected[i] + 100);
    }
  }

  @Test
  final void a_wait_is_judged_by_the_limit_that_has_its_next_permit_last() throws Exception {
    RateLimiter limiter =
        limiters(time).limiter("judged", RateLimits.of(TWO_A_SECOND, new RateLimit(3, MINUTE)));
    exchange(limiter);
    exchange(limiter);
    Rejected bySecond = (Rejected) limiter.acquire(Duration.ofMillis(900));
    assertThat(bySecond.retryAfter()).isBetween(Duration.ofMillis(950), Duration.ofMillis(1100));
    time.advance(Duration.ofMillis(1100));
    exchange(limiter);
    Rejected byMinute = (Rejected) limiter.acquire(Duration.ofSeconds(50));
    assertThat(byMinute.retryAfter()).isBetween(Duration.ofMillis(58_800), MINUTE);
    time.advance(byMinute.retryAfter());
    assertThat(limiter.acquire(Duration.ZERO)).isInstanceOf(Permit.class);
  }

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {21, 22})
  final void a_crowd_exceeds_no_window_of_several_limits_and_uses_over_95_percent(long seed)
      throws InterruptedException {
    RateLimit longer = new RateLimit(35, Duration.ofSeconds(5));
    SendLog log =
        SendLog.crowd(
            limiters(time).limiter("crowd", RateLimits.of(TWENTY, longer)), time, seed, 64, 3);
    log.neverExceeds(TWENTY);
    log.neverExceeds(longer);
    assertThat(log.utilisation(longer)).as("utilisation, seed %d", seed).isGreaterThan(0.95);
  }

  @Test
  final void what_is_left_of_each_limit_is_told_the_shortest_period_first() throws Exception {
    RateLimit five = new RateLimit(5, MINUTE);
    RateLimiter limiter = limiters(time).limiter("left", RateLimits.of(five, TWO_A_SECOND));
    assertLeft(limiter, 2, 5);
    exchange(limiter);
    assertLeft(limiter, 1, 4);
    Permit held = permit(limiter);
    assertLeft(limiter, 0, 3);
    held.close();
    assertLeft(limiter, 1, 4);
    time.advance(Duration.ofMillis(1100));
    assertLeft(limiter, 2, 4);
    time.advance(MINUTE);
    assertLeft(limiter, 2, 5);
    assertThat(limiter.left().keySet()).containsExactly(TWO_A_SECOND, five);
  }

  private static void assertLeft(RateLimiter limiter, Integer... permits) {
    assertThat(limiter.left().values()).containsExactly(permits);
  }

  @Test
  final void who_leaves_the_front_of_the_queue_holds_up_nobody() throws InterruptedException {
    RateLimiter limiter = limiters(time).limiter("front", ONE);
    List<Thread> front = new ArrayList<>();
    List<Long> had = new ArrayList<>();
    time.run(
        List.of(
            () -> exchange(limiter),
            () -> {
              front.add(Thread.currentThread());
              assertThatExceptionOfType(InterruptedException.class)
                  .isThrownBy(() -> limiter.acquire(MINUTE));
            },
            () -> {
              exchange(limiter);
              had.add(Duration.ofNanos(time.nanos()).toMillis());
            },
            () -> {
              time.await(Duration.ofMillis(500));
              time.interrupt(front.get(0));
            }));
    assertThat(had).singleElement().satisfies(at -> assertThat(at).isBetween(1000L, 1100L));
  }

  @Test
  final void who_waits_behind_others_and_runs_out_of_time_is_refused_then_and_holds_up_nobody()
      throws InterruptedException {
    RateLimiter limiter = limiters(time).limiter("behind", ONE);
    List<Long> had = new ArrayList<>();
    time.run(
        List.of(
            () -> {
              Permit slow = permit(limiter);
              time.await(Duration.ofMillis(1900));
              slow.sent();
              slow.close();
            },
            () -> exchange(limiter),
            () -> {
              Admission outcome = limiter.acquire(Duration.ofMillis(2500));
              assertThat(outcome).isInstanceOf(Rejected.class);
              assertThat(((Rejected) outcome).retryAfter()).isPositive();
              assertThat(Duration.ofNanos(time.nanos())).isLessThan(Duration.ofMillis(2600));
            },
            () -> {
              exchange(limiter);
              had.add(Duration.ofNanos(time.nanos()).toMillis());
            }));
    assertThat(had).singleElement().satisfies(at -> assertThat(at).isBetween(3900L, 4100L));
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
