package io.telproof.spi;

import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.Sensitive;
import io.telproof.spi.Quota.Turn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AccountQuotasTest {
  private static final Limit LIMIT = Limit.perSecond(20);
  private static final Endpoint HERE = Endpoint.host("api.acme.example");
  private static final Endpoint ELSEWHERE = Endpoint.host("api.acme.test");

  private final HandTime time = new HandTime("2026-01-01T00:00:00Z");
  private final Quotas local = Quotas.local(time);
  private final List<String> keys = new ArrayList<>();
  private final Quotas quotas =
      (key, limit) -> {
        keys.add(key);
        return local.limit(key, limit);
      };

  private static Credentials of(String id) {
    return Credentials.of(Sensitive.of(id), Sensitive.of("secret"));
  }

  private Quota open(Endpoint endpoint, String id, Optional<CredentialsSource> source) {
    ProviderEnvironment environment = new ProviderEnvironment(time, quotas, source);
    return AccountQuotas.of(environment, endpoint, of(id)).limit("Ask", LIMIT);
  }

  private Quota open(Endpoint endpoint, String id) {
    return open(endpoint, id, Optional.empty());
  }

  @Test
  void one_account_has_one_limit_however_often_it_is_opened() throws InterruptedException {
    assertThat(open(HERE, "id-of-one").take(Duration.ZERO)).isInstanceOf(Turn.class);
    assertThat(open(HERE, "id-of-one").left()).hasValue(19);
  }

  @Test
  void another_key_id_and_another_endpoint_have_limits_of_their_own() throws InterruptedException {
    assertThat(open(HERE, "id-of-one").take(Duration.ZERO)).isInstanceOf(Turn.class);
    assertThat(open(HERE, "id-of-two").left()).hasValue(20);
    assertThat(open(ELSEWHERE, "id-of-one").left()).hasValue(20);
    assertThat(open(Endpoint.of("https://api.acme.example:444"), "id-of-one").left()).hasValue(20);
  }

  @Test
  void a_key_tells_the_operation_and_no_key_id() {
    open(HERE, "id-of-one");
    assertThat(keys).singleElement().asString().matches("[0-9a-f]{16}/Ask");
  }

  @Test
  void with_keys_that_change_the_id_at_opening_is_the_account() {
    Credentials[] current = {of("id-of-one")};
    AccountQuotas account =
        AccountQuotas.of(
            new ProviderEnvironment(time, quotas, Optional.of(() -> current[0])),
            HERE,
            of("unused"));
    account.limit("Ask", LIMIT);
    current[0] = of("id-of-two");
    account.limit("Ask", LIMIT);
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
