package io.telproof.spi.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SystemTimeTest {
  @ParameterizedTest
  @ValueSource(longs = {0, 1, 1_000_000})
  void who_is_interrupted_already_does_not_wait_however_short_the_wait(long nanos) {
    Thread.currentThread().interrupt();
    assertThatExceptionOfType(InterruptedException.class)
        .isThrownBy(() -> Time.system().await(Duration.ofNanos(nanos)));
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1_000_000, 5_000_000})
  void a_wait_is_never_shorter_than_it_was_asked_to_be(long nanos) throws InterruptedException {
    long start = Time.system().nanos();
    Time.system().await(Duration.ofNanos(nanos));
    assertThat(Time.system().nanos() - start).isGreaterThanOrEqualTo(nanos);
  }
}
