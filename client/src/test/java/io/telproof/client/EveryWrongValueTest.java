package io.telproof.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every value that is wrong is told at once, at its own key, where the person can change it. */
final class EveryWrongValueTest {
  private static final String NAMED = "config.file";

  @TempDir private Path folder;

  @AfterEach
  void forget() {
    System.clearProperty(NAMED);
    ConfigFactory.invalidateCaches();
  }

  private Path file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static List<String> problems(Config config) {
    ConfigurationException wrong =
        catchThrowableOfType(
            ConfigurationException.class,
            () ->
                Telproof.builder(config)
                    .only(List.of(new FakeProvider.Factory(), new RangedProvider.Factory()))
                    .open());
    return wrong.problems().stream()
        .map(each -> each.path().replace("telproof.", "") + ": " + line(each.where()))
        .toList();
  }

  /** The file's name and the line. */
  private static String line(String where) {
    return where.substring(where.lastIndexOf('/') + 1);
  }

  private List<String> problems(String text) throws IOException {
    return problems(Telproof.loadConfig(file("app.conf", text)));
  }

  @Test
  void three_wrong_settings_of_a_provider_are_three_problems_at_their_keys() throws IOException {
    assertThat(
            problems(
                """
                telproof.providers.main {
                  type = ranged, key = k
                  length = 3
                  speed = 0
                }
                """))
        .containsExactly(
            "providers.main.length: app.conf: 3",
            "providers.main.speed: app.conf: 4",
            "providers.main.sign: app.conf: 1");
  }

  @Test
  void a_value_that_cannot_be_read_hides_none_that_can() throws IOException {
    assertThat(
            problems(
                """
                telproof.providers.main {
                  type = ranged, key = "a b"
                  length = 3
                  speed = fast
                }
                """))
        .as("without the guess that sign and speed do not go together")
        .containsExactly(
            "providers.main.key: app.conf: 2",
            "providers.main.speed: app.conf: 4",
            "providers.main.length: app.conf: 3");
  }

  @Test
  void a_shadow_that_is_asked_first_is_told_beside_a_block_that_cannot_be_opened()
      throws IOException {
    assertThat(
            problems(
                """
                telproof.providers.main {
                  type = ranged, key = "a b"
                }
                telproof.routes.tenure { primary = main, shadow = main, sample = 5%, budget = 9/day }
                """))
        .containsExactly("providers.main.key: app.conf: 2", "routes.tenure.shadow: app.conf: 4");
  }

  @Test
  void a_key_that_is_missing_hides_no_value_that_is_wrong() throws IOException {
    assertThat(problems("telproof.providers.main {\n  type = ranged\n  length = 3\n}"))
        .containsExactly("providers.main.key: app.conf: 1", "providers.main.length: app.conf: 3");
  }

  @Test
  void what_is_found_while_a_provider_is_opened_stands_at_the_key_that_it_begins_with()
      throws IOException {
    assertThat(
            problems(
                """
                telproof.providers.main {
                  type = ranged, key = k
                  speed = 1
                  sign = taken
                }
                """))
        .containsExactly("providers.main.sign: app.conf: 4");
  }

  @Test
  void the_network_is_looked_at_whatever_the_provider_is() throws IOException {
    assertThat(
            problems(
                """
                telproof.providers {
                  one { type = nobody
                    network.proxy = nowhere }
                  two { network { keep-alive = 0s
                    connect-timeout = 2m } }
                }
                """))
        .containsExactlyInAnyOrder(
            "providers.one.type: app.conf: 2",
            "providers.one.network.proxy: app.conf: 3",
            "providers.two.type: app.conf: 4",
            "providers.two.network.keep-alive: app.conf: 4",
            "providers.two.network.connect-timeout: app.conf: 5");
  }

  @Test
  void the_clients_own_blocks_say_everything_at_once_and_never_the_line_of_a_default()
      throws IOException {
    assertThat(
            problems(
                """
                telproof.providers.main { type = fake, account = a, secret-key = s }
                telproof.retry.attempts = many
                telproof.retry.first-backoff = 0s
                telproof.breaker {
                  window = 0
                  failure-rate = half
                  open-for = 0s
                  trial-calls = 0
                }
                telproof.cache {
                  size = 0
                  tenure = 0s
                  phone-status = ever
                }
                telproof.audit.hash-key = short
                telproof.limits.hash-key = short
                """))
        .containsExactlyInAnyOrder(
            "retry.attempts: app.conf: 2",
            "retry.first-backoff: app.conf: 3",
            "breaker.window: app.conf: 5",
            "breaker.failure-rate: app.conf: 6",
            "breaker.open-for: app.conf: 7",
            "breaker.trial-calls: app.conf: 8",
            "cache.size: app.conf: 11",
            "cache.tenure: app.conf: 12",
            "cache.phone-status: app.conf: 13",
            "audit.hash-key: app.conf: 15",
            "limits.hash-key: app.conf: 16");
  }

  @Test
  void a_window_that_is_smaller_than_a_default_is_what_the_person_can_change() throws IOException {
    assertThat(
            problems(
                "telproof.providers.main { type = fake, account = a, secret-key = s }\n"
                    + "telproof.breaker.window = 5"))
        .containsExactly("breaker.window: app.conf: 2");
  }

  @Test
  void every_name_of_a_route_is_looked_at() throws IOException {
    assertThat(
            problems(
                """
                telproof.providers.main { type = fake, account = a, secret-key = s }
                telproof.routes.phone-status = [main, main, mian]
                """))
        .containsExactlyInAnyOrder(
            "routes.phone-status: app.conf: 2", "routes.phone-status: app.conf: 2");
  }

  /** A block of two files; what is wrong; where the person is sent. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "providers.main { type = fake }  | providers.main.account = a       | more.conf: 1",
        "retry.attempts = 2              | retry { atempts = 1 }            | app.conf: 2",
        "routes.tenure { shadow = main } | routes.tenure { primary = main } | more.conf: 1",
      })
  void a_block_of_two_files_is_told_without_the_words_of_the_library(
      String more, String own, String where) throws IOException {
    file("more.conf", "telproof." + more);
    Path app =
        file(
            "app.conf",
            "include \"more.conf\"\ntelproof." + own + "\ntelproof.providers.x { type = none }");
    for (Config config : List.of(Telproof.loadConfig(app), asApplication(app))) {
      ConfigurationException wrong =
          catchThrowableOfType(ConfigurationException.class, () -> Telproof.open(config));
      assertThat(wrong.getMessage()).doesNotContain("merge of", "reference.conf");
      assertThat(problems(config)).anySatisfy(each -> assertThat(each).endsWith(line(where)));
    }
  }

  private static Config asApplication(Path file) {
    System.setProperty(NAMED, file.toString());
    ConfigFactory.invalidateCaches();
    return Telproof.loadConfig();
  }

  @Test
  void a_value_of_a_variable_stands_where_the_variable_is_named() throws IOException {
    assertThat(
            problems(
                """
                telproof.providers.main { type = fake, account = a, secret-key = s
                  retries = ${PATH}
                  loud = "x"${PATH}
                }
                """))
        .containsExactlyInAnyOrder(
            "providers.main.retries: app.conf: 2", "providers.main.loud: app.conf: 3");
  }
}
