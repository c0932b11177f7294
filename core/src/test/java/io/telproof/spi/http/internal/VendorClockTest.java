package io.telproof.spi.http.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.spi.reply.Reply;
import io.telproof.spi.time.HandTime;
import java.time.Duration;
import java.time.Instant;
import okhttp3.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VendorClockTest {
  private final HandTime time = new HandTime("2026-01-01T00:00:00Z");
  private final VendorClock clock = new VendorClock(time);

  private static Reply refusal(String... headers) {
    return Reply.of(
        "main", "Op", 401, Headers.of(headers), new byte[0], Instant.EPOCH, Duration.ZERO);
  }

  @ParameterizedTest
  @CsvSource({
    "'Thu, 01 Jan 2026 00:00:02 GMT', false, 0",
    "'Wed, 31 Dec 2025 23:59:58 GMT', false, 0",
    "'Thu, 01 Jan 2026 00:00:03 GMT', true, 3",
    "'Wed, 31 Dec 2025 23:00:00 GMT', true, -3600",
    "'Thu, 1 Jan 2026 01:00:00 GMT', true, 3600",
    "2026-01-01T01:00:00Z, false, 0",
    "'', false, 0",
  })
  void another_time_is_learned_and_the_same_or_none_is_not(
      String date, boolean learned, long offset) {
    assertThat(clock.learn(refusal("Date", date), time.now())).isEqualTo(learned);
    assertThat(clock.now()).isEqualTo(time.now().plusSeconds(offset));
  }

  @Test
  void a_refusal_without_a_date_teaches_nothing() {
    assertThat(clock.learn(refusal(), time.now())).isFalse();
    assertThat(clock.now()).isEqualTo(time.now());
  }

  @Test
  void what_was_learned_moves_with_our_own_clock_and_is_learned_anew() {
    assertThat(clock.learn(refusal("Date", "Thu, 01 Jan 2026 01:00:00 GMT"), time.now())).isTrue();
    time.advance(Duration.ofMinutes(5));
    assertThat(clock.now()).isEqualTo(Instant.parse("2026-01-01T01:05:00Z"));
    assertThat(clock.learn(refusal("Date", "Thu, 01 Jan 2026 00:05:00 GMT"), clock.now())).isTrue();
    assertThat(clock.now()).isEqualTo(time.now());
  }
}
