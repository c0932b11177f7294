package io.telproof.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigFactory;
import io.telproof.Sensitive;
import io.telproof.spi.AccountRateLimiters;
import io.telproof.spi.http.Credentials;
import io.telproof.spi.http.Endpoint;
import io.telproof.spi.ratelimit.RateLimit;
import io.telproof.spi.ratelimit.RateLimiter;
import io.telproof.spi.ratelimit.RateLimiter.Permit;
import io.telproof.spi.ratelimit.RateLimits;
import io.telproof.spi.time.HandTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One account that a configuration gives two names. */
class OneAccountTest {
  private final HandTime time = new HandTime("2026-01-01T00:00:00Z");
  private final FakeProvider.Factory factory = new FakeProvider.Factory();
  private final List<String> heard = new ArrayList<>();

  private RateLimiter limiter(FakeProvider provider) {
    Credentials credentials =
        Credentials.of(Sensitive.of(provider.settings.account()), Sensitive.of("the-secret"));
    return AccountRateLimiters.of(
            provider.environment, Endpoint.host("api.acme.example"), credentials)
        .limiter("Ask", RateLimits.perSecond(20));
  }

  @Test
  void two_names_of_one_account_share_its_limit_and_each_name_is_told_of_as_it_is_called()
      throws InterruptedException {
    ClientListener listener =
        new ClientListener() {
          @Override
          public void limited(
              String provider, String operation, RateLimits limits, RateLimiter limiter) {
            heard.add(provider + " " + operation + " " + limits);
          }

          @Override
          public void permit(String provider, String operation, Duration waited, boolean given) {
            heard.add(provider + " " + operation + " " + given);
          }
        };
    TelproofBuilder builder =
        Telproof.builder(
                ConfigFactory.parseString(
                    """
                    telproof.providers {
                      one { type = fake, account = "the-id", secret-key = "the-secret" }
                      two { type = fake, account = "the-id", secret-key = "the-secret" }
                      three { type = fake, account = "another-id", secret-key = "another-secret" }
                    }
                    """))
            .time(time)
            .only(List.of(factory))
            .listener(listener);
    try (Telproof telproof = builder.open()) {
      List<RateLimiter> limiters = factory.opened.stream().map(this::limiter).toList();
      factory.opened.forEach(this::limiter);
      assertThat(limiters.get(0).acquire(Duration.ZERO)).isInstanceOf(Permit.class);
      assertThat(limiters)
          .extracting(limiter -> limiter.left().get(RateLimit.perSecond(20)))
          .containsExactly(19, 19, 20);
      assertThat(telproof.offers()).containsOnlyKeys("one", "two", "three");
    }
    assertThat(heard)
        .containsExactly("one Ask 20/s", "two Ask 20/s", "three Ask 20/s", "one Ask true");
  }
}
