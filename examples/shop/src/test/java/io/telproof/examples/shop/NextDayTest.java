package io.telproof.examples.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import io.telproof.FailureKind;
import io.telproof.PhoneNumber;
import io.telproof.VerificationException;
import io.telproof.client.Telproof;
import io.telproof.sandbox.Sandbox;
import io.telproof.sandbox.SandboxOptions;
import io.telproof.sandbox.tencent.TencentVendor;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

final class NextDayTest {
  private static final PhoneNumber USED_UP = PhoneNumber.of("+8613800138253");

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-03-01T04:00:00Z"));

  private static Config config(Sandbox sandbox) {
    return ConfigFactory.parseMap(
        Map.of(
            "telproof.providers.main.type", "tencent",
            "telproof.providers.main.secret-id", TencentVendor.CREDENTIALS.secretId(),
            "telproof.providers.main.secret-key", TencentVendor.CREDENTIALS.secretKey(),
            "telproof.providers.main.endpoint", sandbox.endpoint().toString()));
  }

  @Test
  void a_number_whose_day_is_used_up_is_asked_about_again_on_the_next_day() {
    InstantSource clock = now::get;
    try (Sandbox sandbox = Sandbox.start(SandboxOptions.of(new TencentVendor()).at(clock));
        Telproof telproof =
            Telproof.builder(config(sandbox)).clock(clock.withZone(ZoneOffset.UTC)).open()) {
      assertThat(refusal(telproof).failure().skipped()).isFalse();
      assertThat(refusal(telproof).failure().skipped()).isTrue();
      assertThat(sandbox.bill().requests()).isEqualTo(1);
      now.updateAndGet(today -> today.plus(Duration.ofDays(1)));
      assertThat(refusal(telproof).failure().skipped()).isFalse();
      assertThat(sandbox.bill().requests()).isEqualTo(2);
      assertThat(sandbox.bill().charged()).isZero();
    }
  }

  private static VerificationException refusal(Telproof telproof) {
    VerificationException refused =
        catchThrowableOfType(
            VerificationException.class, () -> telproof.phoneStatus().check(USED_UP));
    assertThat(refused.kind()).isEqualTo(FailureKind.QUOTA);
    return refused;
  }
}
