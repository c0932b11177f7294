package io.telproof.client.internal.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.client.internal.config.ChargesPerDay;
import io.telproof.spi.time.HandTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class DailyBudgetTest {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final Duration DAY = Duration.ofDays(1);

  private final HandTime time = new HandTime("2026-01-01T00:00:00Z");
  private final DailyBudget budget = Budgets.local(new ChargesPerDay(3), SHANGHAI, time);

  private DailyBudget.Reservation taken() {
    return budget.reserve().orElseThrow();
  }

  private void useUp() {
    while (budget.left().orElseThrow() > 0) {
      taken();
    }
  }

  @Test
  void a_day_brings_its_allowance_and_no_more() {
    assertThat(budget.left()).hasValue(3);
    for (int left = 2; left >= 0; left--) {
      assertThat(budget.reserve()).isPresent();
      assertThat(budget.left()).hasValue(left);
    }
    assertThat(budget.reserve()).isEmpty();
    assertThat(budget.left()).hasValue(0);
  }

  @Test
  void what_is_given_back_can_be_taken_again_once() {
    taken();
    taken();
    DailyBudget.Reservation last = taken();
    last.giveBack();
    last.giveBack();
    assertThat(budget.left()).hasValue(1);
    assertThat(budget.reserve()).isPresent();
    assertThat(budget.reserve()).isEmpty();
  }

  @Test
  void a_day_begins_at_the_zone_s_midnight() {
    useUp();
    // 08:00 in Shanghai.
    time.advance(Duration.ofHours(16).minusNanos(1));
    assertThat(budget.reserve()).isEmpty();
    assertThat(budget.untilTomorrow()).isEqualTo(Duration.ofNanos(1));
    time.advance(Duration.ofNanos(1));
    assertThat(budget.left()).hasValue(3);
    assertThat(budget.untilTomorrow()).isEqualTo(DAY);
  }

  @Test
  void what_is_given_back_after_midnight_is_not_the_new_day_s() {
    DailyBudget.Reservation yesterdays = taken();
    time.advance(DAY);
    taken();
    yesterdays.giveBack();
    assertThat(budget.left()).hasValue(2);
    useUp();
    assertThat(budget.reserve()).isEmpty();
  }

  @Test
  void a_clock_that_is_set_back_finds_what_was_used_of_that_day() {
    useUp();
    time.advance(DAY);
    taken();
    time.advance(DAY.negated());
    assertThat(budget.reserve()).isEmpty();
    time.advance(DAY);
    assertThat(budget.left()).hasValue(2);
  }

  @Test
  void a_clock_that_was_years_ahead_for_a_moment_leaves_the_days_between_alone() {
    time.advance(DAY.multipliedBy(4000));
    useUp();
    time.advance(DAY.multipliedBy(-4000));
    assertThat(budget.left()).hasValue(3);
  }

  @Test
  void whatever_the_clock_does_no_day_brings_more_than_its_allowance() {
    for (int seed = 0; seed < 100; seed++) {
      Random random = new Random(seed);
      HandTime jumping = new HandTime("2026-01-01T00:00:00Z");
      int allowance = 1 + random.nextInt(4);
      DailyBudget counted = Budgets.local(new ChargesPerDay(allowance), SHANGHAI, jumping);
      Map<LocalDate, Integer> used = new HashMap<>();
      List<Map.Entry<LocalDate, DailyBudget.Reservation>> held = new ArrayList<>();
      for (int step = 0; step < 300; step++) {
        LocalDate today = LocalDate.ofInstant(jumping.now(), SHANGHAI);
        int before = used.getOrDefault(today, 0);
        String where = "seed " + seed + ", step " + step;
        assertThat(counted.left()).as(where).hasValue(allowance - before);
        switch (random.nextInt(4)) {
          case 0 -> jumping.advance(Duration.ofMinutes(random.nextInt(6000) - 2900));
          case 1 -> {
            if (!held.isEmpty()) {
              Map.Entry<LocalDate, DailyBudget.Reservation> entry =
                  held.remove(random.nextInt(held.size()));
              entry.getValue().giveBack();
              used.merge(entry.getKey(), -1, Integer::sum);
            }
          }
          default -> {
            Optional<DailyBudget.Reservation> taken = counted.reserve();
            assertThat(taken.isPresent()).as(where).isEqualTo(before < allowance);
            taken.ifPresent(
                one -> {
                  held.add(Map.entry(today, one));
                  used.merge(today, 1, Integer::sum);
                });
          }
        }
      }
    }
  }

  @Test
  void many_threads_together_get_no_more_than_the_allowance() throws Exception {
    for (int seed = 0; seed < 20; seed++) {
      DailyBudget shared = Budgets.local(new ChargesPerDay(1000), ZoneOffset.UTC, time);
      List<Integer> kept =
          Together.run(
              64,
              seed,
              random -> {
                int mine = 0;
                for (int i = 0; i < 3000; i++) {
                  Optional<DailyBudget.Reservation> taken = shared.reserve();
                  if (taken.isPresent() && random.nextInt(100) > 0) {
                    taken.get().giveBack();
                  } else if (taken.isPresent()) {
                    mine++;
                  }
                }
                return mine;
              });
      int sum = kept.stream().mapToInt(Integer::intValue).sum();
      assertThat(sum).as("seed %d", seed).isLessThanOrEqualTo(1000);
      assertThat(shared.left()).as("seed %d", seed).hasValue(1000 - sum);
    }
  }

  @Test
  void one_charge_that_many_threads_give_back_is_given_back_once() throws Exception {
    for (int seed = 0; seed < 50; seed++) {
      DailyBudget shared = Budgets.local(new ChargesPerDay(5), ZoneOffset.UTC, time);
      assertThat(shared.reserve()).isPresent();
      DailyBudget.Reservation one = shared.reserve().orElseThrow();
      Together.run(
          8,
          seed,
          random -> {
            one.giveBack();
            return true;
          });
      assertThat(shared.left()).as("seed %d", seed).hasValue(4);
    }
  }

  @Test
  void tomorrow_begins_with_the_first_moment_of_another_day_in_every_zone() {
    Random random = new Random(11);
    for (String id : new TreeSet<>(ZoneId.getAvailableZoneIds())) {
      ZoneId zone = ZoneId.of(id);
      for (int i = 0; i < 40; i++) {
        check(zone, Instant.ofEpochSecond(random.nextInt(2_000_000_000), random.nextInt(1000)));
      }
      zone.getRules().getTransitions().stream()
          .filter(change -> change.getInstant().getEpochSecond() > 0)
          .forEach(
              change -> {
                for (int i = 0; i < 4; i++) {
                  Duration near = Duration.ofSeconds(random.nextInt(14400) - 7200);
                  check(zone, change.getInstant().plus(near));
                }
              });
    }
  }

  private static void check(ZoneId zone, Instant now) {
    Duration until =
        Budgets.local(new ChargesPerDay(1), zone, new HandTime(now.toString())).untilTomorrow();
    LocalDate today = LocalDate.ofInstant(now, zone);
    String where = zone + " at " + now;
    assertThat(until).as(where).isPositive().isLessThan(Duration.ofHours(50));
    assertThat(LocalDate.ofInstant(now.plus(until), zone)).as(where).isAfter(today);
    assertThat(LocalDate.ofInstant(now.plus(until).minusNanos(1), zone)).as(where).isEqualTo(today);
  }
}
