package io.telproof.examples.beacon;

import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.Sensitive;
import io.telproof.spi.AccountLimits;
import io.telproof.spi.ProviderEnvironment;
import io.telproof.spi.ratelimit.RateLimit;
import io.telproof.spi.ratelimit.RateLimiters;
import io.telproof.spi.ratelimit.RateLimits;
import io.telproof.testkit.VirtualTime;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The limit of a whole account, and of an operation that has none of its own. */
final class BeaconLimitsTest {
  private static final RateLimits BOUGHT = RateLimits.perSecond(60);

  /** The limits that Beacon asks for, by the last part of their keys. */
  private static Map<String, RateLimits> asked(Optional<RateLimit> account, AccountLimits limits) {
    Map<String, RateLimits> asked = new TreeMap<>();
    VirtualTime time = VirtualTime.at(Instant.parse("2026-03-01T12:00:00Z"));
    RateLimiters here = RateLimiters.local(time);
    RateLimiters seen =
        (key, each) -> {
          asked.put(key.substring(key.indexOf('/') + 1), each);
          return here.limiter(key, each);
        };
    BeaconSettings settings =
        new BeaconSettings(
            Sensitive.of(BeaconVendor.ID),
            Sensitive.of(BeaconVendor.SECRET),
            Optional.empty(),
            Optional.empty(),
            account);
    ProviderEnvironment environment =
        new ProviderEnvironment(time, seen, Optional.empty()).withLimits(limits);
    new BeaconProviderFactory().open("main", settings, environment).close();
    return asked;
  }

  @Test
  void the_limit_of_the_whole_account_is_that_of_the_page_unless_a_setting_says_another() {
    assertThat(asked(Optional.empty(), AccountLimits.NONE))
        .containsEntry("account", RateLimits.perSecond(20))
        .containsEntry("codes/check", RateLimits.perSecond(20));
    assertThat(asked(Optional.of(RateLimit.perSecond(60)), AccountLimits.NONE))
        .containsEntry("account", BOUGHT)
        .containsEntry("codes/check", BOUGHT)
        .containsEntry("codes/send", RateLimits.perSecond(5));
  }

  @Test
  void an_operation_without_a_limit_of_its_own_can_be_given_one_beside_that_of_the_account() {
    AccountLimits limits = new AccountLimits(Map.of("codes/check", RateLimits.perSecond(3)));
    assertThat(asked(Optional.of(RateLimit.perSecond(60)), limits))
        .containsEntry("account", BOUGHT)
        .containsEntry("codes/check", RateLimits.perSecond(3));
  }
}
