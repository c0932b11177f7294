package io.telproof.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SlidingWindowTest {

  private static final Instant START = Instant.parse("2026-11-21T12:00:00Z");

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void no_window_ever_holds_more_than_the_permits_and_none_is_refused_that_would_fit(long seed) {
    Random random = new Random(seed);
    int permits = 1 + random.nextInt(20);
    Duration period = Duration.ofMillis(1 + random.nextInt(2000));
    SlidingWindow window = new SlidingWindow(permits, period);
    List<Instant> admitted = new ArrayList<>();
    Instant now = START;
    for (int round = 0; round < 2000; round++) {
      now = now.plusNanos(random.nextInt(200_000_000));
      Instant since = now.minus(period);
      long within = admitted.stream().filter(at -> at.isAfter(since)).count();
      boolean fits = within < permits;
      Duration wait = window.admit("any", now);

      assertThat(wait.isZero()).as("seed %d, round %d", seed, round).isEqualTo(fits);
      if (fits) {
        admitted.add(now);
      } else {
        Instant oldest = admitted.get(admitted.size() - permits);
        assertThat(wait).isEqualTo(Duration.between(now, oldest.plus(period)));
      }
    }
  }

  @Test
  void each_key_has_its_own_window() {
    SlidingWindow window = new SlidingWindow(1, Duration.ofSeconds(1));
    assertThat(window.admit("a", START)).isZero();
    assertThat(window.admit("b", START)).isZero();
    assertThat(window.admit("a", START)).isEqualTo(Duration.ofSeconds(1));
  }

  @ParameterizedTest
  @CsvSource({"0, PT1S", "-1, PT1S", "1, PT0S", "1, PT-1S"})
  void a_limit_of_nothing_is_refused(int permits, Duration period) {
    assertThatThrownBy(() -> new SlidingWindow(permits, period))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_limit_that_is_lowered_counts_what_was_admitted_before() {
    SlidingWindow window = new SlidingWindow(3, Duration.ofSeconds(1));
    Instant start = Instant.parse("2026-11-21T12:00:00Z");
    for (int i = 0; i < 3; i++) {
      window.admit("age", start.plusMillis(100L * i));
    }
    window.permits(1);
    assertThat(window.admit("age", start.plusMillis(500))).isEqualTo(Duration.ofMillis(700));
    assertThat(window.admit("age", start.plusMillis(1200))).isZero();
    window.permits(2);
    assertThat(window.admit("age", start.plusMillis(1300))).isZero();
  }

  @Test
  void a_limit_of_an_operation_that_is_not_there_is_refused_and_none_is_kept() {
    Limits limits = new Limits(Map.of("age", 2));
    assertThat(limits.admit("name", Instant.EPOCH)).isZero();
    assertThatThrownBy(() -> limits.set("name", 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("there is no limit for an operation of this name");
    assertThatThrownBy(() -> limits.set("age", 0)).isInstanceOf(IllegalArgumentException.class);
    assertThat(limits.perSecond()).isEqualTo(limits.initial());
  }
}
