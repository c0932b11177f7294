package io.telproof.spi.ratelimit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RateLimitTest {
  @ParameterizedTest
  @CsvSource({
    "25/s, 25, PT1S",
    "1/s, 1, PT1S",
    "600/min, 600, PT1M",
    "5000/h, 5000, PT1H",
    "10000/day, 10000, PT24H",
    "999999999/day, 999999999, PT24H"
  })
  void a_limit_is_written_as_it_is_printed(String text, int permits, Duration period) {
    assertThat(RateLimit.of(text)).isEqualTo(new RateLimit(permits, period)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "25",
        "/s",
        "0/s",
        "-1/s",
        "+1/s",
        "01/s",
        "1.5/s",
        "1000000000/s",
        "25 /s",
        "25/ s",
        "25/sec",
        "25/S",
        "25/2s",
        "25/d",
        "25/month",
        "25 in PT1S",
        "\u0662/s",
        "25/s\n"
      })
  void what_is_written_otherwise_is_refused_with_an_example(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RateLimit.of(text))
        .withMessage(
            "expected a number of requests, from 1 to 999999999, and a period: s, min, h or day, as"
                + " in 25/s or 10000/day");
  }

  @Test
  void a_limit_of_another_period_prints_the_period() {
    assertThat(new RateLimit(7, Duration.ofMillis(300))).hasToString("7 in PT0.3S");
  }
}
