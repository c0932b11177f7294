package io.telproof.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.typesafe.config.ConfigFactory;
import io.telproof.Answer;
import io.telproof.Attempt;
import io.telproof.Charge;
import io.telproof.FailureKind;
import io.telproof.PhoneNumber;
import io.telproof.PhoneStatus;
import io.telproof.VerificationException;
import io.telproof.client.RouteExplanation.Part;
import io.telproof.client.RouteExplanation.Step;
import io.telproof.spi.CheckType;
import io.telproof.spi.time.HandTime;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What becomes of a number that a vendor refuses for the day, through the whole chain. */
class RefusedNumberTest {
  private static final PhoneNumber NUMBER = PhoneNumber.of("+8613800138000");

  private final HandTime time = new HandTime("2026-01-01T00:00:00Z");
  private final ScriptedProvider main = new ScriptedProvider("main", time, time::advance);
  private final ScriptedProvider ali = new ScriptedProvider("ali", time, time::advance);

  private Telproof open(String config) {
    return Telproof.builder(ConfigFactory.parseString(config))
        .time(time)
        .only(List.of())
        .provider(main)
        .provider(ali)
        .open();
  }

  @Test
  void what_a_vendor_has_refused_for_the_day_goes_to_the_next_provider_at_once() {
    main.refuses(time.now().plus(Duration.ofHours(16)));
    try (Telproof telproof =
        open("telproof.routes { phone-status = [main, ali], tenure = [main, ali] }")) {
      Answer<PhoneStatus> first = telproof.phoneStatus().check(NUMBER);
      assertThat(first.receipt().earlier()).extracting(Attempt::skipped).containsExactly(false);
      assertThat(main.asked).hasSize(1);

      Answer<PhoneStatus> second = telproof.phoneStatus().check(NUMBER);
      assertThat(main.asked).as("nothing is sent to it").hasSize(1);
      assertThat(second.receipt().provider()).isEqualTo("ali");
      assertThat(second.receipt().isFree()).isFalse();
      assertThat(second.receipt().earlier())
          .singleElement()
          .satisfies(
              attempt -> {
                assertThat(attempt.provider()).isEqualTo("main");
                assertThat(attempt.failure()).contains(FailureKind.QUOTA);
                assertThat(attempt.skipped()).isTrue();
                assertThat(attempt.charge()).isEqualTo(Charge.FREE);
                assertThat(attempt.elapsed()).isZero();
                assertThat(attempt.reason())
                    .contains("the vendor has refused", "2026-01-01T16:00:00Z", "nothing was sent");
              });
      assertThat(telproof.explain(CheckType.PHONE_STATUS, second.receipt()).steps())
          .extracting(Step::provider, Step::part)
          .startsWith(tuple("main", Part.SKIPPED), tuple("ali", Part.ANSWERED));

      PhoneNumber other = PhoneNumber.of("+8613800138001");
      assertThat(telproof.phoneStatus().check(other).receipt().provider()).isEqualTo("main");
      assertThat(telproof.tenure().check(NUMBER).receipt().provider()).isEqualTo("main");

      time.advance(Duration.ofHours(16));
      assertThat(telproof.phoneStatus().check(NUMBER).receipt().provider()).isEqualTo("main");
    }
  }

  @Test
  void who_asks_a_provider_by_its_name_is_told_at_once_too() {
    main.refuses(time.now().plus(Duration.ofHours(16)));
    try (Telproof telproof = open("telproof.routes.phone-status = [main, ali]")) {
      telproof.phoneStatus().check(NUMBER);
      VerificationException refused =
          catchThrowableOfType(
              VerificationException.class, () -> telproof.only("main").phoneStatus().check(NUMBER));
      assertThat(refused.failure().skipped()).isTrue();
      assertThat(refused.retryAfter().orElseThrow()).isLessThan(Duration.ofHours(16));
      assertThat(refused.earlier()).isEmpty();
      assertThat(main.asked).hasSize(1);
      assertThat(telproof.explain(CheckType.PHONE_STATUS, refused).steps())
          .extracting(Step::provider, Step::part)
          .startsWith(tuple("main", Part.SKIPPED));
      assertThat(telproof.only("ali").phoneStatus().check(NUMBER)).isInstanceOf(Answer.Known.class);
    }
  }

  @Test
  void a_number_that_a_vendor_refuses_costs_no_budget_and_opens_no_breaker() {
    main.refuses(time.now().plus(Duration.ofHours(16)));
    try (Telproof telproof =
        open(
            "telproof { routes.tenure = main, budgets { tenure = 1/day, zone = UTC },"
                + " breaker { window = 4, least-calls = 2 } }")) {
      for (int i = 0; i < 20; i++) {
        VerificationException refused =
            catchThrowableOfType(
                VerificationException.class, () -> telproof.tenure().check(NUMBER));
        assertThat(refused.kind()).isEqualTo(FailureKind.QUOTA);
        assertThat(refused.earlier()).as("it is not repeated").isEmpty();
      }
      assertThat(main.asked).hasSize(1);
      assertThat(telproof.breakers())
          .allSatisfy(breaker -> assertThat(breaker.state()).isEqualTo(BreakerState.CLOSED));
      assertThat(telproof.tenure().check(PhoneNumber.of("+8613800138001")).receipt().charge())
          .as("the charge of the day is there still")
          .isEqualTo(Charge.CHARGED);
      assertThat(
              catchThrowableOfType(
                      VerificationException.class, () -> telproof.tenure().check(NUMBER))
                  .failure()
                  .refusedUntil())
          .as("it is known before the budget is looked at")
          .isPresent();
    }
  }
}
