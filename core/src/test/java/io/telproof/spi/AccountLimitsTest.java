package io.telproof.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.telproof.Sensitive;
import io.telproof.spi.http.Credentials;
import io.telproof.spi.http.Endpoint;
import io.telproof.spi.ratelimit.RateLimiters;
import io.telproof.spi.ratelimit.RateLimits;
import io.telproof.spi.time.HandTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What an account is allowed, by its configuration or else by the vendor's page. */
class AccountLimitsTest {
  private static final Offer AGE =
      new Offer(CheckType.TENURE, "LineAge", RateLimits.perSecond(20), "all");
  private static final RateLimits FIFTY = RateLimits.perSecond(50);
  private static final RateLimits SEVEN = RateLimits.perSecond(7);

  @Test
  void without_a_word_of_it_the_offer_counts() {
    assertThat(AccountLimits.NONE.of(AGE)).isEqualTo(AGE.limits());
    assertThat(AccountLimits.NONE.has(AGE)).isFalse();
    AccountLimits others = new AccountLimits(Map.of("phone-status", FIFTY, "LineStatus", FIFTY));
    assertThat(others.of(AGE)).isEqualTo(AGE.limits());
    assertThat(others.has(AGE)).isFalse();
  }

  @Test
  void a_check_and_an_operation_are_names_of_it_and_that_of_the_operation_counts_first() {
    AccountLimits both = new AccountLimits(Map.of("tenure", FIFTY, "LineAge", SEVEN));
    assertThat(both.of(AGE)).isEqualTo(SEVEN);
    assertThat(both.has(AGE)).isTrue();
    assertThat(new AccountLimits(Map.of("tenure", FIFTY)).of(AGE)).isEqualTo(FIFTY);
  }

  @Test
  void a_travel_is_that_of_the_limits_which_hold_otherwise() {
    Map<String, Duration> travel = Map.of("tenure", Duration.ofMillis(50));
    AccountLimits alone = new AccountLimits(Map.of(), travel);
    assertThat(alone.of(AGE)).hasToString("20/s (travel 50 ms)");
    assertThat(alone.has(AGE)).isTrue();
    assertThat(new AccountLimits(Map.of("LineAge", FIFTY), travel).of(AGE))
        .hasToString("50/s (travel 50 ms)");
    AccountLimits endless = new AccountLimits(Map.of(), Map.of("tenure", Duration.ofMinutes(1)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> endless.of(AGE))
        .withMessage("travel must be 0 to 10 seconds");
  }

  @Test
  void an_account_asks_for_its_permits_at_the_limits_of_its_configuration() {
    List<RateLimits> asked = new ArrayList<>();
    HandTime time = new HandTime("2026-01-01T00:00:00Z");
    RateLimiters local = RateLimiters.local(time);
    ProviderEnvironment environment =
        new ProviderEnvironment(
                time,
                (key, limits) -> {
                  asked.add(limits);
                  return local.limiter(key, limits);
                },
                Optional.empty())
            .withLimits(new AccountLimits(Map.of("tenure", FIFTY)));
    AccountRateLimiters.of(
            environment,
            Endpoint.host("api.acme.example"),
            Credentials.of(Sensitive.of("id"), Sensitive.of("key")))
        .limiter(AGE);
    assertThat(asked).containsExactly(FIFTY);
  }
}
