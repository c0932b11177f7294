package io.telproof.limits.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.spi.ratelimit.ChargeCounter;
import io.telproof.spi.ratelimit.ChargeCounter.Outcome;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Budgets of two processes. */
final class RedisChargeCounterTest {
  private static final RedisServer SERVER = RedisServer.start();
  private static final LocalDate DAY = LocalDate.of(2026, 1, 1);

  private final OpenStore one = new OpenStore(StoreSettings.of(SERVER.url()));
  private final OpenStore other = new OpenStore(StoreSettings.of(SERVER.url()));

  @BeforeEach
  void openBudget() {
    SERVER.commands().flushall();
    SERVER.open("telproof:{budget}:charges");
    one.untilAvailable();
    other.untilAvailable();
  }

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
  void eight_threads_of_each_of_two_processes_are_counted_exactly() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(16);
    try {
      List<Future<Integer>> counts = new ArrayList<>();
      for (int i = 0; i < 16; i++) {
        ChargeCounter charges = (i % 2 == 0 ? one : other).charges();
        counts.add(threads.submit(() -> takeAndGiveBack(charges)));
      }
      int taken = 0;
      for (Future<Integer> each : counts) {
        taken += each.get();
      }
      assertThat(taken).isEqualTo(100);
      assertThat(one.charges().used("budget", DAY)).hasValue(100);
      assertThat(one.charges().take("budget", DAY, 100)).isEqualTo(Outcome.REACHED);
    } finally {
      threads.shutdownNow();
    }
  }

  /** Each third one is given back. */
  private static int takeAndGiveBack(ChargeCounter charges) {
    int taken = 0;
    for (int i = 1; charges.take("budget", DAY, 100) == Outcome.COUNTED; i++) {
      if (i % 3 == 0) {
        charges.giveBack("budget", DAY);
      } else {
        taken++;
      }
    }
    return taken;
  }

  @Test
  void a_charge_that_is_given_back_can_be_taken_by_another_process() {
    assertThat(one.charges().take("budget", DAY, 1)).isEqualTo(Outcome.COUNTED);
    assertThat(other.charges().take("budget", DAY, 1)).isEqualTo(Outcome.REACHED);
    one.charges().giveBack("budget", DAY);
    assertThat(other.charges().take("budget", DAY, 1)).isEqualTo(Outcome.COUNTED);
    assertThat(one.charges().take("budget", DAY, 1)).isEqualTo(Outcome.REACHED);
  }

  @Test
  void a_process_gives_back_no_more_than_it_has_taken() {
    assertThat(one.charges().take("budget", DAY, 1)).isEqualTo(Outcome.COUNTED);
    other.charges().giveBack("budget", DAY);
    assertThat(one.charges().used("budget", DAY)).hasValue(1);
  }

  @Test
  void each_day_and_each_budget_has_its_own_count() {
    assertThat(one.charges().take("budget", DAY, 1)).isEqualTo(Outcome.COUNTED);
    assertThat(one.charges().take("budget", DAY.plusDays(1), 1)).isEqualTo(Outcome.COUNTED);
    assertThat(other.charges().take("budget", DAY.minusDays(1), 1)).isEqualTo(Outcome.COUNTED);
    assertThat(other.charges().used("another", DAY)).hasValue(0);
    assertThat(SERVER.commands().pttl("telproof:{budget}:charges:" + DAY))
        .isBetween(3 * 86_400_000L, 4 * 86_400_000L);
  }
}
