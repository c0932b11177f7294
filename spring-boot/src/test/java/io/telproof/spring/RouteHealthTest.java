package io.telproof.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.telproof.PhoneNumber;
import io.telproof.PhoneStatusCheck;
import io.telproof.TenureCheck;
import io.telproof.VerificationException;
import io.telproof.spi.VerificationProvider;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** What the health of an application says of its checks. It is of Spring Boot 4 alone. */
final class RouteHealthTest {
  private static final PhoneNumber NUMBER = PhoneNumber.of("+8613800138000");

  private final ApplicationContextRunner application =
      new ApplicationContextRunner()
          .withConfiguration(AutoConfigurations.of(TelproofAutoConfiguration.class))
          .withBean(VerificationProvider.class, () -> Fake.away("main"))
          .withPropertyValues(
              "telproof.breaker.least-calls=1",
              "telproof.breaker.window=1",
              "telproof.breaker.trial-calls=1",
              "telproof.retry.attempts=1");

  @Test
  void it_is_down_only_where_no_check_would_be_asked_of_anybody() {
    application.run(
        context -> {
          HealthIndicator health = context.getBean(HealthIndicator.class);
          assertThat(now(health).getStatus()).isEqualTo(Status.UP);

          assertThatThrownBy(() -> context.getBean(TenureCheck.class).check(NUMBER))
              .isInstanceOf(VerificationException.class);
          Health one = now(health);
          assertThat(one.getStatus()).isEqualTo(Status.UP);
          assertThat(one.getDetails()).containsOnlyKeys("phone-status", "tenure");
          assertThat(one.getDetails().get("tenure"))
              .asString()
              .startsWith("{main=SKIPPED, its breaker is open for");
          assertThat(one.getDetails().get("phone-status"))
              .asString()
              .startsWith("{main=NEXT, it is asked first")
              .contains("its limit is 20/s");

          assertThatThrownBy(() -> context.getBean(PhoneStatusCheck.class).check(NUMBER))
              .isInstanceOf(VerificationException.class);
          Health none = now(health);
          assertThat(none.getStatus()).isEqualTo(Status.DOWN);
          assertThat(none.toString()).doesNotContain("13800138000");
        });
  }

  private static Health now(HealthIndicator indicator) {
    return Objects.requireNonNull(indicator.health());
  }

  @Test
  void it_can_be_switched_off_as_every_health_indicator() {
    application
        .withPropertyValues("management.health.telproof.enabled=false")
        .run(context -> assertThat(context).doesNotHaveBean(HealthIndicator.class));
  }
}
