package io.telproof.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.typesafe.config.ConfigException;
import io.telproof.PhoneNumber;
import io.telproof.Sensitive;
import io.telproof.spi.ProviderEnvironment;
import io.telproof.spi.http.Credentials;
import io.telproof.spi.ratelimit.RateLimiters;
import io.telproof.spi.ratelimit.RateLimits;
import io.telproof.spi.time.HandTime;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfigurationTest {
  private static final String CANARY = "CanaryKey0815";
  private static final String GOOD =
      "telproof.providers.main { type = fake, account = a, secret-key = s }\n";

  private final FakeProvider.Factory factory = new FakeProvider.Factory();

  @TempDir Path folder;

  private Telproof open(String text) throws IOException {
    return open(text, ProviderEnvironment.local(new HandTime("2026-01-01T00:00:00Z")));
  }

  private Telproof open(String text, ProviderEnvironment environment) throws IOException {
    Path file = Files.writeString(folder.resolve("app.conf"), text);
    return Telproof.builder(Telproof.loadConfig(file))
        .only(List.of(factory))
        .environment(environment)
        .open();
  }

  @Test
  void every_provider_is_given_the_applications_own_environment() throws IOException {
    HandTime time = new HandTime("2026-01-01T00:00:00Z");
    ProviderEnvironment own =
        new ProviderEnvironment(
            time,
            RateLimiters.local(time),
            Optional.of(() -> Credentials.of(Sensitive.of("id"), Sensitive.of("key"))));
    String two = GOOD + "telproof.providers.spare { type = fake, account = b, secret-key = s }\n";
    try (Telproof telproof = open(two, own)) {
      assertThat(telproof.offers()).containsOnlyKeys("main", "spare");
      assertThat(factory.opened)
          .extracting(provider -> provider.environment)
          .allSatisfy(
              given -> {
                assertThat(given.time()).isSameAs(own.time());
                assertThat(given.credentials()).isEqualTo(own.credentials());
                given.rateLimiters().limiter("of all", RateLimits.perSecond(7));
                assertThatIllegalArgumentException()
                    .isThrownBy(
                        () -> own.rateLimiters().limiter("of all", RateLimits.perSecond(8)));
              });
    }
  }

  private List<Problem> problems(String text) {
    ConfigurationException wrong =
        catchThrowableOfType(ConfigurationException.class, () -> open(text));
    assertThat(wrong).as("expected problems in: %s", text).isNotNull();
    assertThat(wrong.getMessage()).doesNotContain(CANARY);
    for (Throwable cause = wrong.getCause(); cause != null; cause = cause.getCause()) {
      assertThat(cause.toString()).doesNotContain(CANARY);
    }
    return wrong.problems();
  }

  @Test
  void the_only_provider_that_offers_a_check_is_asked_without_a_route() throws IOException {
    try (Telproof telproof = open(GOOD)) {
      assertThat(
              telproof.phoneStatus().check(PhoneNumber.of("+8613800138000")).receipt().provider())
          .isEqualTo("main");
      assertThatExceptionOfType(ConfigurationException.class)
          .isThrownBy(telproof::tenure)
          .withMessageContaining("telproof.routes.tenure")
          .withMessageContaining("no configured provider offers it");
    }
    assertThat(factory.opened.get(0).closed).isEqualTo(1);
  }

  @Test
  void a_route_says_which_of_two_is_asked_and_without_it_neither_is() throws IOException {
    String two = GOOD + "telproof.providers.spare { type = fake, account = b, secret-key = t }\n";
    try (Telproof telproof = open(two)) {
      assertThatExceptionOfType(ConfigurationException.class)
          .isThrownBy(telproof::phoneStatus)
          .withMessageContaining("main, spare")
          .withMessageContaining("add the route");
    }
    for (String route : List.of("spare", "[spare]")) {
      try (Telproof telproof = open(two + "telproof.routes.phone-status = " + route)) {
        assertThat(
                telproof.phoneStatus().check(PhoneNumber.of("+8613800138000")).receipt().provider())
            .isEqualTo("spare");
      }
    }
  }

  @Test
  void every_setting_is_read_as_what_it_is() throws IOException {
    open("telproof.providers.main { type = fake, account = 007, secret-key = 1e5, retries = 4,"
            + " loud = true, keep-alive = 2 s, site = main-land,"
            + " endpoint = \"http://127.0.0.1:8080\" }")
        .close();
    FakeProvider.Settings settings = factory.opened.get(0).settings;
    assertThat(settings.account()).isEqualTo("007");
    assertThat(settings.secretKey().reveal()).isEqualTo("1e5");
    assertThat(settings.retries()).contains(4);
    assertThat(settings.loud()).contains(true);
    assertThat(settings.keepAlive()).contains(Duration.ofSeconds(2));
    assertThat(settings.site()).contains(FakeProvider.Site.MAIN_LAND);
    assertThat(settings.endpoint().orElseThrow().url().port()).isEqualTo(8080);
  }

  /** The text of the configuration's only block, the setting it is about, and what is said. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "type = fake, account = a|secret-key|is missing",
        "type = fake, account = a, secret-key = s, secert-key = t|secert-key|did you mean"
            + " secret-key?",
        "type = fake, account = a, secret-key = s, colour = red|colour|known here: account",
        "type = fake, account = a, secret-key = null|secret-key|is null",
        "type = fake, account = a, secret-key = [CanaryKey0815]|secret-key|expected a text",
        "type = fake, account = a, secret-key { x = CanaryKey0815 }|secret-key|expected a text",
        "type = fake, account = a, secret-key = \"CanaryKey0815 \"|secret-key|white space",
        "type = fake, account = a, secret-key = \"CanaryKey0815\\n\"|secret-key|white space",
        "type = fake, account = a, secret-key = \"\"|secret-key|empty",
        "type = fake, account = a, secret-key = ${NO_SUCH_VARIABLE}|secret-key|${NO_SUCH_VARIABLE}",
        "type = fake, account = a, secret-key = CanaryKey0815${NO_SUCH}|secret-key|${NO_SUCH}",
        "type = fake, account = nobody, secret-key = s|type|cannot be nobody",
        "type = fake, account = a, secret-key = s, retries = many|retries|whole number",
        "type = fake, account = a, secret-key = s, loud = yes|loud|true or false",
        "type = fake, account = a, secret-key = s, keep-alive = long|keep-alive|2s or 500ms",
        "type = fake, account = a, secret-key = s, site = moon|site|intl, main-land",
        "type = fake, account = a, secret-key = s, endpoint ="
            + " \"http://example.com\"|endpoint|loopback",
        "type = fake, account = a, secret-key = s, endpoint = \"ftp://x\"|endpoint|not an endpoint",
        "account = a, secret-key = s|type|found on the class path: fake",
        "type = fake, account = a, secret-key = s, network { proxy = nowhere"
            + " }|network.proxy|http://proxy.example:3128",
        "type = fake, account = a, secret-key = s, network { conect-timeout = 1s"
            + " }|network.conect-timeout|did you mean connect-timeout?",
        "type = fake, account = a, secret-key = s, network = fast|network|a block in braces",
        "type = fake, account = a, secret-key = { file = /no/such/file }|secret-key|the file"
            + " /no/such/file is not there",
        "type = fake, account = a, secret-key = { file = ${NO_SUCH} }|secret-key.file|${NO_SUCH}",
        "type = fake, account = a, secret-key = { fil = CanaryKey0815 }|secret-key|expected a text,"
            + " or { file = … }",
        "type = fake, account = { file = CanaryKey0815 }, secret-key = s|account|expected a text",
        "type = fakr, account = a, secret-key = s|type|did you mean fake?",
        "type = other, account = a, secret-key = s|type|found on the class path: fake",
      })
  void what_is_wrong_with_a_setting_is_said_with_its_path_file_and_line(
      String block, String key, String says) {
    List<Problem> problems = problems("\n\ntelproof.providers.main {\n" + block + "\n}");
    assertThat(problems).hasSize(1);
    assertThat(problems.get(0).path()).isEqualTo("telproof.providers.main." + key);
    assertThat(problems.get(0).says()).contains(says);
    assertThat(problems.get(0).where()).contains("app.conf").containsPattern(": [34]$");
    assertThat(factory.opened).allMatch(provider -> provider.closed == 1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "routes.phone-status = [main, main]|routes.phone-status|names a provider twice",
        "routes.phone-status = []|routes.phone-status|one provider or more, but has none",
        "routes.phone-status = other|routes.phone-status|configured: main",
        "routes.phone-status = mian|routes.phone-status|did you mean main?",
        "routes.phone-status {}|routes.phone-status.primary|is missing",
        "routes.phone-status { primary = main, shadow = main, sample = 5%, budget = 9/day"
            + " }|routes.phone-status.shadow|name another provider",
        "routes.phone-status { primary = main, shadow = other, sample = 5%, budget = 9/day"
            + " }|routes.phone-status.shadow|no provider other",
        "routes.phone-status { primary = main, shadows = main }|routes.phone-status.shadows|did you"
            + " mean shadow?",
        "routes.phone-status = [main ali]|routes.phone-status|a list of names needs commas",
        "quota.tenure = 5/day|quota|is called limits now, or budgets where it holds charges a day",
        "retry.attempts = 0|retry.attempts|must be 1 to 10",
        "retry.attempts = null|retry.attempts|is null",
        "retry.atempts = 3|retry.atempts|did you mean attempts?",
        "retry.first-backoff = 0s|retry.first-backoff|must be 1 ms to 10 s",
        "breaker.enabled = on|breaker.enabled|true or false",
        "breaker.failure-rate = half|breaker.failure-rate|5%",
        "breaker.least-calls = 21|breaker.least-calls|must be 1 to the window, which is 20",
        "breaker.window = 0|breaker.window|must be 1 to 10000",
        "breaker.open-for = 0s|breaker.open-for|must be 1 ms or more",
        "budgets.tenure = many|budgets.tenure|100/day",
        "budgets.tenur = 1/day|budgets.tenur|did you mean tenure?",
        "budgets.zone = Moon|budgets.zone|Asia/Shanghai",
        "cache.size = 0|cache.size|must be 1 or more",
        "cache.tenure = 0s|cache.tenure|leave the check out",
        "cache.code-verification = 1m|cache.code-verification|unknown key",
        "coalesce = [tenure, code-delivery]|coalesce|code-delivery cannot be shared; expected any"
            + " of phone-status, tenure, identity-match",
        "audit.hash-key = CanaryKey0815|audit.hash-key|is too short: with less",
        "limits.hash-key = CanaryKey0815|limits.hash-key|is too short: with less",
        "routes.tenure = main|routes.tenure|main does not offer tenure",
        "routes.fone-status = main|routes.fone-status|did you mean phone-status?",
        "routes.phone-status = ${NO_SUCH}|routes.phone-status|${NO_SUCH}",
        "routes.phone-status = [${NO_SUCH}]|routes.phone-status|${NO_SUCH}",
        "limits.kept = moon|limits.kept|expected local",
        "limits.keep = local|limits.keep|did you mean kept?",
        "route.phone-status = main|route|did you mean routes?",
        "routes = main|routes|a block in braces",
        "providers.Main { type = fake, account = a, secret-key = s }|providers.Main|lower-case",
        "providers.b = ${NO_SUCH}|providers.b|${NO_SUCH}",
        "providers.b = ${NO_SUCH} { type = fake }|providers.b|${NO_SUCH}",
      })
  void what_is_wrong_elsewhere_is_said_and_what_was_opened_is_closed(
      String line, String path, String says) {
    List<Problem> problems = problems(GOOD + "telproof." + line);
    assertThat(problems).hasSize(1);
    assertThat(problems.get(0).path()).isEqualTo("telproof." + path);
    assertThat(problems.get(0).says()).contains(says).doesNotStartWith("hash-key");
    assertThat(factory.opened).isNotEmpty().allMatch(provider -> provider.closed == 1);
  }

  @Test
  void everything_that_is_wrong_is_said_at_once() {
    List<Problem> problems =
        problems(
            """
            telproof.providers {
              main { type = fake, secret-key = ${NO_SUCH}, colour = red }
              ali { type = alibaba }
            }
            telproof.routes { tenure = main, phone-status = nobody }
            telproof.limitz { kept = local }
            """);
    assertThat(problems)
        .extracting(Problem::path)
        .containsExactlyInAnyOrder(
            "telproof.limitz",
            "telproof.providers.main.account",
            "telproof.providers.main.secret-key",
            "telproof.providers.main.colour",
            "telproof.providers.ali.type",
            "telproof.routes.phone-status");
  }

  @ParameterizedTest
  @CsvSource({"''", "telproof {}", "other = 1", "telproof.providers {}"})
  void a_configuration_without_a_provider_is_told_what_to_add(String text) {
    assertThat(problems(text)).singleElement().asString().contains("no provider is configured");
  }

  @Test
  void what_was_opened_is_closed_where_a_factory_breaks() {
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(
            () ->
                open(
                    GOOD
                        + "telproof.providers.other"
                        + " { type = fake, account = broken, secret-key = s }"));
    assertThat(factory.opened).singleElement().matches(provider -> provider.closed == 1);
  }

  @Test
  void a_file_that_is_not_there_or_is_not_hocon_is_refused() {
    assertThatExceptionOfType(ConfigException.class)
        .isThrownBy(() -> Telproof.loadConfig(folder.resolve("missing.conf")));
    assertThatExceptionOfType(ConfigException.class).isThrownBy(() -> open("telproof { a = "));
  }
}
