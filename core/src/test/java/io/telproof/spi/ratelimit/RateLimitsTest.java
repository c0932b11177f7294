package io.telproof.spi.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RateLimitsTest {
  private static final RateLimit SECOND = RateLimit.of("25/s");
  private static final RateLimit DAY = RateLimit.of("10000/day");

  @Test
  void they_are_the_same_in_whatever_order_they_are_given_and_read_the_shortest_first() {
    RateLimits limits = RateLimits.of(DAY, SECOND);
    assertThat(limits).isEqualTo(RateLimits.of(SECOND, DAY)).hasToString("25/s, 10000/day");
    assertThat(limits.all()).containsExactly(SECOND, DAY);
    assertThat(limits.travel()).isEqualTo(Duration.ofMillis(20));
  }

  @Test
  void a_travel_that_is_not_the_standard_makes_other_limits_and_is_shown() {
    RateLimits limits = RateLimits.of(SECOND).withTravel(Duration.ofMillis(50));
    assertThat(limits).isNotEqualTo(RateLimits.of(SECOND)).hasToString("25/s (travel 50 ms)");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "25/s, 30/s  | 25/s and 30/s are two limits of one period",
        "25/s, 25/s  | 25/s and 25/s are two limits of one period",
        "25/s, 24/min | 24/min leaves nothing of 25/s, which can never be used",
        "25/s, 600/min, 599/day | 599/day leaves nothing of 600/min",
      })
  void what_cannot_stand_beside_each_other_is_refused(String words, String says) {
    RateLimit[] limits =
        List.of(words.split(", ")).stream().map(RateLimit::of).toArray(RateLimit[]::new);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RateLimits.of(limits))
        .withMessageContaining(says);
  }

  @Test
  void none_is_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(RateLimits::of)
        .withMessageContaining("one limit or more");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT-0.001S", "PT10.001S"})
  void a_travel_out_of_its_range_is_refused(String travel) {
    RateLimits limits = RateLimits.of(SECOND);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> limits.withTravel(Duration.parse(travel)))
        .withMessageContaining("0 to 10 seconds");
    assertThat(limits.withTravel(Duration.ZERO).travel()).isZero();
    assertThat(limits.withTravel(Duration.ofSeconds(10)).travel()).hasSeconds(10);
  }
}
