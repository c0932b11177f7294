package io.telproof.spi.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkTest {
  @ParameterizedTest
  @ValueSource(strings = {"PT0.000000001S", "PT3S", "PT1M"})
  void a_connection_may_take_up_to_a_minute(String time) {
    Network network = times(Optional.of(Duration.parse(time)), Optional.empty());
    try (Transport transport = new Transport(network)) {
      assertThat(transport.connectTimeout()).isEqualTo(Duration.parse(time));
    }
  }

  @Test
  void a_connection_may_take_three_seconds_unless_said() {
    try (Transport transport = new Transport(Network.standard())) {
      assertThat(transport.connectTimeout()).isEqualTo(Duration.ofSeconds(3));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT-1S", "PT1M0.000000001S", "P10000000000D"})
  void any_other_connect_time_out_is_refused(String time) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> times(Optional.of(Duration.parse(time)), Optional.empty()))
        .withMessage("connect-timeout is to be more than 0 and at the most 1 minute");
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0.000000001S", "PT8S", "PT5M"})
  void a_connection_may_be_kept_up_to_five_minutes(String time) {
    Network network = times(Optional.empty(), Optional.of(Duration.parse(time)));
    new Transport(network).close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT-1S", "PT5M0.000000001S", "P10000000000D"})
  void any_other_keep_alive_is_refused(String time) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> times(Optional.empty(), Optional.of(Duration.parse(time))))
        .withMessage("keep-alive is to be more than 0 and at the most 5 minutes");
  }

  private static Network times(Optional<Duration> connect, Optional<Duration> keep) {
    return new Network(Optional.empty(), Optional.empty(), connect, keep);
  }
}
