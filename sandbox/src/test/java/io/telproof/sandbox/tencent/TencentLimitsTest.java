package io.telproof.sandbox.tencent;

import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.sandbox.HandClock;
import io.telproof.sandbox.Sandbox;
import io.telproof.sandbox.SandboxOptions;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class TencentLimitsTest {

  private final HandClock clock = new HandClock("2026-11-21T12:00:00Z");
  private final Sandbox sandbox =
      Sandbox.start(
          SandboxOptions.of(new TencentVendor(TencentSettings.published().limits(20, 25)))
              .at(clock));

  @AfterEach
  void stop() {
    sandbox.close();
  }

  private Tc3Client client() {
    return Tc3Client.of(sandbox, clock.instant());
  }

  @Test
  void the_twenty_first_request_of_a_second_is_throttled_for_its_own_action_alone() {
    for (int i = 0; i < 20; i++) {
      assertThat(client().status("1891234000" + i % 10).path("Result").asText()).isEqualTo("0");
      clock.advance(Duration.ofMillis(40));
    }
    assertThat(Tc3Client.error(client().status("18912340000"))).contains("RequestLimitExceeded");
    assertThat(client().tenure("18912340000").path("Result").asText()).isEqualTo("0");

    clock.advance(Duration.ofMillis(199));
    assertThat(Tc3Client.error(client().status("18912340000"))).contains("RequestLimitExceeded");
    clock.advance(Duration.ofMillis(1));
    assertThat(client().status("18912340000").path("Result").asText()).isEqualTo("0");
    assertThat(Tc3Client.error(client().status("18912340000"))).contains("RequestLimitExceeded");
  }

  @Test
  void a_throttled_request_costs_nothing() {
    for (int i = 0; i < 30; i++) {
      client().status("18912340000");
    }
    assertThat(sandbox.bill().requests()).isEqualTo(30);
    assertThat(sandbox.bill().charged()).isEqualTo(20);
  }

  @Test
  void requests_with_a_wrong_signature_do_not_use_the_limit_up() {
    for (int i = 0; i < 30; i++) {
      client()
          .bending(request -> request.newBuilder().header("X-TC-Timestamp", "1").build())
          .status("18912340000");
    }
    assertThat(client().status("18912340000").path("Result").asText()).isEqualTo("0");
  }

  @Test
  void a_number_is_refused_once_its_days_allowance_is_used_up_and_again_the_next_day() {
    for (int i = 0; i < 25; i++) {
      assertThat(client().status("18912340000").path("Result").asText()).isEqualTo("0");
      clock.advance(Duration.ofSeconds(1));
    }
    assertThat(client().status("18912340000").path("Result").asText()).isEqualTo("-4");
    assertThat(client().status("18912340001").path("Result").asText()).isEqualTo("0");
    assertThat(client().tenure("18912340000").path("Result").asText()).isEqualTo("0");
    assertThat(sandbox.bill().charged("MobileStatus")).isEqualTo(26);

    // Midnight in China.
    clock.advance(Duration.ofHours(4));
    assertThat(client().status("18912340000").path("Result").asText()).isEqualTo("0");
  }
}
