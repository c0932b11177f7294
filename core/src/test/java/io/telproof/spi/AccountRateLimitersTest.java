package io.telproof.spi;

import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.Sensitive;
import io.telproof.spi.http.Credentials;
import io.telproof.spi.http.CredentialsSource;
import io.telproof.spi.http.Endpoint;
import io.telproof.spi.ratelimit.RateLimiter;
import io.telproof.spi.ratelimit.RateLimiter.Permit;
import io.telproof.spi.ratelimit.RateLimiters;
import io.telproof.spi.ratelimit.RateLimits;
import io.telproof.spi.time.HandTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AccountRateLimitersTest {
  private static final RateLimits LIMIT = RateLimits.perSecond(20);
  private static final Endpoint HERE = Endpoint.host("api.acme.example");
  private static final Endpoint ELSEWHERE = Endpoint.host("api.acme.test");

  private final HandTime time = new HandTime("2026-01-01T00:00:00Z");
  private final RateLimiters local = RateLimiters.local(time);
  private final List<String> keys = new ArrayList<>();
  private final RateLimiters limiters =
      (key, limit) -> {
        keys.add(key);
        return local.limiter(key, limit);
      };

  private static Credentials of(String id) {
    return Credentials.of(Sensitive.of(id), Sensitive.of("secret"));
  }

  private RateLimiter open(Endpoint endpoint, String id, Optional<CredentialsSource> source) {
    ProviderEnvironment environment = new ProviderEnvironment(time, limiters, source);
    return AccountRateLimiters.of(environment, endpoint, of(id)).limiter("Ask", LIMIT);
  }

  private RateLimiter open(Endpoint endpoint, String id) {
    return open(endpoint, id, Optional.empty());
  }

  @Test
  void one_account_has_one_limit_however_often_it_is_opened() throws InterruptedException {
    assertThat(open(HERE, "id-of-one").acquire(Duration.ZERO)).isInstanceOf(Permit.class);
    assertThat(open(HERE, "id-of-one").left().values()).containsExactly(19);
  }

  @Test
  void another_key_id_and_another_endpoint_have_limits_of_their_own() throws InterruptedException {
    assertThat(open(HERE, "id-of-one").acquire(Duration.ZERO)).isInstanceOf(Permit.class);
    assertThat(open(HERE, "id-of-two").left().values()).containsExactly(20);
    assertThat(open(ELSEWHERE, "id-of-one").left().values()).containsExactly(20);
    assertThat(open(Endpoint.of("https://api.acme.example:444"), "id-of-one").left().values())
        .containsExactly(20);
  }

  @Test
  void a_key_tells_the_operation_and_no_key_id() {
    open(HERE, "id-of-one");
    assertThat(keys).singleElement().asString().matches("[0-9a-f]{16}/Ask");
  }

  @Test
  void with_keys_that_change_the_id_at_opening_is_the_account() {
    Credentials[] current = {of("id-of-one")};
    AccountRateLimiters account =
        AccountRateLimiters.of(
            new ProviderEnvironment(time, limiters, Optional.of(() -> current[0])),
            HERE,
            of("unused"));
    account.limiter("Ask", LIMIT);
    current[0] = of("id-of-two");
    account.limiter("Ask", LIMIT);
    open(HERE, "id-of-one");
    assertThat(keys).hasSize(3).containsOnly(keys.get(0));
  }

  @Test
  void a_source_that_has_no_keys_yet_is_opened_as_the_settings_say() {
    open(
        HERE,
        "id-of-one",
        Optional.of(
            () -> {
              throw new IllegalStateException("not yet");
            }));
    open(HERE, "id-of-one");
    assertThat(keys).hasSize(2).containsOnly(keys.get(0));
  }
}
