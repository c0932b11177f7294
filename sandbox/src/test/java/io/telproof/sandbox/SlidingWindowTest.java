package io.telproof.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
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
}
