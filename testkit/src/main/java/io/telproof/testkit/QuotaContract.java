package io.telproof.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.telproof.spi.Limit;
import io.telproof.spi.Quota;
import io.telproof.spi.Quota.Admission;
import io.telproof.spi.Quota.TooLong;
import io.telproof.spi.Quota.Turn;
import io.telproof.spi.Quotas;
import io.telproof.spi.Time;
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

/** What every implementation of {@link Quotas} promises. Extend it and say how to make one. */
@Timeout(120)
public abstract class QuotaContract {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Limit TWO = Limit.perSecond(2);
  private static final Limit TWENTY = Limit.perSecond(20);

  private final VirtualTime time = VirtualTime.at(Instant.parse("2026-01-01T00:00:00Z"));

  /** For contracts. */
  protected QuotaContract() {}

  /**
   * New quotas, which know nothing of the keys of other tests.
   *
   * @param virtual the only time they may go by, for counting and for waiting
   */
  protected abstract Quotas quotas(Time virtual);

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
    Limit limit = new Limit(7, Duration.ofMillis(300));
    SendLog log = SendLog.crowd(crowd(limit), time, seed, 40, 50);
    log.neverExceeds(limit);
    assertThat(log.times()).as("seed %d", seed).hasSizeGreaterThan(50);
  }

  private Quota crowd(Limit limit) {
    return quotas(time).limit("crowd", limit);
  }

  @Test
  final void threads_that_ask_at_the_same_moment_get_a_turn_each_and_no_more() throws Exception {
    Quota quota = quotas(time).limit("moment", TWENTY);
    List<Future<Admission>> asked =
        IntStream.range(0, 64).mapToObj(i -> asking(quota, Duration.ofNanos(1))).toList();
    int turns = 0;
    for (Future<Admission> each : asked) {
      turns += each.get() instanceof Turn ? 1 : 0;
    }
    assertThat(turns).isEqualTo(20);
  }

  @Test
  final void a_slot_comes_back_a_period_after_the_send_and_not_after_the_turn() throws Exception {
    Quota quota = quotas(time).limit("slow connect", new Limit(1, SECOND));
    Turn slow = turn(quota);
    time.advance(Duration.ofMillis(900));
    slow.sent();
    slow.close();
    time.advance(Duration.ofMillis(999));
    assertThat(quota.take(Duration.ZERO)).isInstanceOf(TooLong.class);
    time.advance(Duration.ofMillis(100));
    assertThat(quota.take(Duration.ZERO)).isInstanceOf(Turn.class);
  }

  @Test
  final void a_slot_that_was_not_sent_in_comes_back_at_once() throws Exception {
    Quota quota = quotas(time).limit("failed connect", new Limit(1, SECOND));
    for (int i = 0; i < 100; i++) {
      turn(quota).close();
    }
    assertThat(time.nanos()).isZero();
  }

  @Test
  final void a_slot_that_comes_back_early_is_used_within_the_period_by_who_waits()
      throws Exception {
    Quota quota = quotas(time).limit("early", new Limit(1, SECOND));
    List<VirtualTime.Task> tasks = new ArrayList<>();
    tasks.add(
        () -> {
          Turn fails = turn(quota);
          time.await(Duration.ofMillis(100));
          fails.close();
        });
    tasks.add(() -> exchange(quota));
    time.run(tasks);
    assertThat(Duration.ofNanos(time.nanos())).isLessThan(Duration.ofMillis(1100));
  }

  @Test
  final void a_turn_ends_once_by_the_first_of_sent_and_close() throws Exception {
    Quota quota = quotas(time).limit("twice", TWO);
    Turn sent = turn(quota);
    sent.sent();
    sent.sent();
    sent.close();
    Turn closed = turn(quota);
    closed.close();
    closed.sent();
    closed.close();
    assertThat(quota.take(Duration.ZERO)).isInstanceOf(Turn.class);
    assertThat(quota.take(Duration.ZERO)).isInstanceOf(TooLong.class);
  }

  @Test
  final void turns_are_given_in_the_order_of_asking() throws InterruptedException {
    Quota quota = quotas(time).limit("order", TWO);
    List<Integer> order = new ArrayList<>();
    List<VirtualTime.Task> tasks = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      int asker = i;
      tasks.add(
          () -> {
            time.await(Duration.ofMillis(asker * 37L));
            Turn turn = turn(quota);
            order.add(asker);
            turn.sent();
            turn.close();
          });
    }
    time.run(tasks);
    assertThat(order).isEqualTo(IntStream.range(0, 30).boxed().toList());
  }

  @Test
  final void a_slot_whose_exchange_is_not_over_comes_back_all_the_same() throws Exception {
    Quota quota = quotas(time).limit("lost reply", new Limit(1, SECOND));
    turn(quota).sent();
    time.advance(Duration.ofMillis(999));
    assertThat(quota.take(Duration.ZERO)).isInstanceOf(TooLong.class);
    time.advance(Duration.ofMillis(501));
    assertThat(quota.take(Duration.ZERO)).isInstanceOf(Turn.class);
  }

  @Test
  final void an_interrupt_ends_the_wait_at_once_and_uses_up_nothing() throws Exception {
    Quota quota = quotas(time).limit("interrupt", TWO);
    exchange(quota);
    exchange(quota);
    CompletableFuture<Admission> waiting = new CompletableFuture<>();
    Thread asker = asker(quota, MINUTE, waiting);
    asker.start();
    time.untilWaiting(1);
    asker.interrupt();
    assertThatExceptionOfType(ExecutionException.class)
        .isThrownBy(waiting::get)
        .withCauseInstanceOf(InterruptedException.class);
    assertThat(time.nanos()).isZero();
    time.advance(Duration.ofMillis(1100));
    assertThat(quota.take(Duration.ZERO)).isInstanceOf(Turn.class);
    assertThat(quota.take(Duration.ZERO)).isInstanceOf(Turn.class);
  }

  @Test
  final void who_is_interrupted_already_gets_no_turn_and_uses_up_none() throws Exception {
    Quota quota = quotas(time).limit("interrupted", new Limit(1, SECOND));
    Thread.currentThread().interrupt();
    assertThatExceptionOfType(InterruptedException.class).isThrownBy(() -> quota.take(MINUTE));
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
    assertThat(quota.take(Duration.ZERO)).isInstanceOf(Turn.class);
  }

  @Test
  final void a_wait_that_would_outlast_the_time_given_is_refused_at_once() throws Exception {
    Quota quota = quotas(time).limit("hurry", TWO);
    exchange(quota);
    exchange(quota);
    assertThat(quota.take(Duration.ofMillis(999))).isInstanceOf(TooLong.class);
    assertThat(time.nanos()).isZero();
  }

  @Test
  final void a_wait_behind_others_that_would_outlast_the_time_given_is_refused_at_once()
      throws Exception {
    Quota quota = quotas(time).limit("queue", TWO);
    exchange(quota);
    exchange(quota);
    List<Long> had = new ArrayList<>();
    List<VirtualTime.Task> tasks = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      tasks.add(
          () -> {
            exchange(quota);
            had.add(time.nanos());
          });
    }
    tasks.add(
        () -> {
          assertThat(quota.take(Duration.ofMillis(2900))).isInstanceOf(TooLong.class);
          assertThat(time.nanos()).isZero();
        });
    time.run(tasks);
    assertThat(had).hasSize(4).allSatisfy(nanos -> assertThat(nanos).isLessThan(2_200_000_000L));
  }

  @Test
  final void after_the_wait_that_a_refusal_names_a_turn_is_had() throws Exception {
    Quota quota = quotas(time).limit("honest", TWO);
    exchange(quota);
    time.advance(Duration.ofMillis(250));
    exchange(quota);
    time.advance(Duration.ofMillis(250));
    for (int i = 0; i < 10; i++) {
      TooLong refused = (TooLong) quota.take(Duration.ofNanos(1));
      assertThat(refused.retryAfter()).isPositive().isLessThanOrEqualTo(Duration.ofMillis(1100));
      time.advance(refused.retryAfter());
      exchange(quota);
    }
  }

  @Test
  final void who_is_refused_uses_up_nothing_and_holds_up_nobody() throws Exception {
    Quota quota = quotas(time).limit("refused", TWO);
    exchange(quota);
    exchange(quota);
    for (int i = 0; i < 50; i++) {
      assertThat(quota.take(Duration.ofMillis(1))).isInstanceOf(TooLong.class);
    }
    time.advance(Duration.ofMillis(1100));
    assertThat(quota.take(Duration.ZERO)).isInstanceOf(Turn.class);
    assertThat(quota.take(Duration.ZERO)).isInstanceOf(Turn.class);
    assertThat(quota.take(Duration.ZERO)).isInstanceOf(TooLong.class);
  }

  @Test
  final void one_key_is_one_quota_and_another_key_another() throws Exception {
    Quotas quotas = quotas(time);
    exchange(quotas.limit("one", new Limit(1, SECOND)));
    assertThat(quotas.limit("one", new Limit(1, SECOND)).take(Duration.ZERO))
        .isInstanceOf(TooLong.class);
    assertThat(quotas.limit("other", new Limit(1, SECOND)).take(Duration.ZERO))
        .isInstanceOf(Turn.class);
  }

  @Test
  final void a_key_has_one_limit() {
    Quotas quotas = quotas(time);
    quotas.limit("one", TWO);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> quotas.limit("one", TWENTY))
        .withMessageContainingAll("one", "2/s", "20/s");
  }

  /** One whole exchange with the vendor: sent, and over at once. */
  private static void exchange(Quota quota) throws InterruptedException {
    Turn turn = turn(quota);
    turn.sent();
    turn.close();
  }

  private static Turn turn(Quota quota) throws InterruptedException {
    return (Turn) quota.take(MINUTE);
  }

  private static Future<Admission> asking(Quota quota, Duration within) {
    CompletableFuture<Admission> asked = new CompletableFuture<>();
    asker(quota, within, asked).start();
    return asked;
  }

  private static Thread asker(Quota quota, Duration within, CompletableFuture<Admission> asked) {
    Thread thread =
        new Thread(
            () -> {
              try {
                asked.complete(quota.take(within));
              } catch (InterruptedException | RuntimeException e) {
                asked.completeExceptionally(e);
              }
            });
    thread.setDaemon(true);
    return thread;
  }
}
