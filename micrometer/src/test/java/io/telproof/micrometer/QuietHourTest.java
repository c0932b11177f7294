package io.telproof.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigFactory;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.telproof.FailureKind;
import io.telproof.PhoneNumber;
import io.telproof.client.ScriptedProvider;
import io.telproof.client.Telproof;
import io.telproof.spi.CheckType;
import io.telproof.spi.time.HandTime;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A vendor fails, is skipped, is not asked by anybody for an hour, and is well again. */
class QuietHourTest {
  private static final PhoneNumber NUMBER = PhoneNumber.of("+8613800138000");

  private final HandTime time = new HandTime("2026-01-01T00:00:00Z");
  private final ScriptedProvider main = provider("main");
  private final ScriptedProvider ali = provider("ali");
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

  private ScriptedProvider provider(String name) {
    return new ScriptedProvider(name, time, time::advance, CheckType.PHONE_STATUS);
  }

  @Test
  void the_meters_tell_what_the_next_question_would_meet_and_what_was_asked_of_vendors() {
    try (Telproof telproof =
        Telproof.builder(
                ConfigFactory.parseString(
                    "telproof { routes.phone-status = [main, ali], retry.attempts = 1 }"))
            .time(time)
            .provider(main)
            .provider(ali)
            .listener(new TelproofMeters(registry))
            .open()) {
      main.fails(10, FailureKind.UNAVAILABLE);
      ask(telproof, 10);
      assertThat(breaker()).as("open").isEqualTo(2);

      ask(telproof, 40);
      assertThat(attempts("main", "skipped")).isEqualTo(40);
      assertThat(attempts("main", "unavailable")).isEqualTo(10).isEqualTo(main.asked.size());
      assertThat(attempts("ali", "answered")).isEqualTo(50).isEqualTo(ali.asked.size());

      time.advance(Duration.ofHours(1));
      assertThat(breaker()).as("half open, though nobody asked").isEqualTo(1);
      assertThat(transitions("half-open")).isZero();

      ask(telproof, 3);
      assertThat(breaker()).as("closed").isZero();
      assertThat(transitions("closed")).isEqualTo(1);
      assertThat(main.asked).hasSize(13);
      assertThat(attempts("main", "skipped")).isEqualTo(40);
    }
  }

  private static void ask(Telproof telproof, int times) {
    for (int i = 0; i < times; i++) {
      telproof.phoneStatus().check(NUMBER);
    }
  }

  private double breaker() {
    return registry
        .get("telproof.breaker.state")
        .tags("check", "phone-status", "provider", "main")
        .gauge()
        .value();
  }

  private double attempts(String provider, String outcome) {
    return registry
        .find("telproof.attempt")
        .tags("provider", provider, "outcome", outcome)
        .counters()
        .stream()
        .mapToDouble(Counter::count)
        .sum();
  }

  private double transitions(String state) {
    return registry
        .get("telproof.breaker.transitions")
        .tags("check", "phone-status", "provider", "main", "state", state)
        .counter()
        .count();
  }
}
