package io.telproof.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import com.typesafe.config.ConfigResolveOptions;
import com.typesafe.config.ConfigValue;
import io.telproof.client.internal.event.CompositeListener;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page of all keys, {@code telproof-reference.conf}, beside the keys that the code reads. */
class ReferenceTest {
  /** A key, or the end of a block, that stands in a comment. */
  private static final Pattern IN_A_COMMENT =
      Pattern.compile("(?m)^(\\s*)# ?(\\s*([a-z-]+ (=|\\{).*|\\}))$");

  private static String reference() throws IOException {
    try (InputStream stream =
        ClientBootstrap.class.getClassLoader().getResourceAsStream("telproof-reference.conf")) {
      return new String(
          java.util.Objects.requireNonNull(stream).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static Config everyKey() throws IOException {
    return ConfigFactory.parseString(IN_A_COMMENT.matcher(reference()).replaceAll("$1$2"))
        .resolve(ConfigResolveOptions.defaults().setAllowUnresolved(true));
  }

  private static void paths(String path, ConfigObject block, SortedSet<String> into) {
    for (Map.Entry<String, ConfigValue> entry : block.entrySet()) {
      String inner = path.isEmpty() ? entry.getKey() : path + "." + entry.getKey();
      into.add(inner);
      if (entry.getValue() instanceof ConfigObject nested) {
        paths(inner, nested, into);
      }
    }
  }

  /** The keys of one provider's own module are that module's to tell. */
  private static SortedSet<String> without(SortedSet<String> paths, String... others) {
    SortedSet<String> rest = new TreeSet<>(paths);
    rest.removeAll(List.of(others));
    return rest;
  }

  @Test
  void it_has_every_key_that_is_read_and_no_other() throws IOException {
    SortedSet<String> told = new TreeSet<>();
    paths("", everyKey().root(), told);
    Config whole =
        ConfigFactory.parseString(
            """
            telproof {
              providers.main {
                type = fake, account = a, secret-key = s, network {}
                limits { phone-status = 1/s, identity-match = 1/s, tenure {} }
              }
              routes.tenure { primary = main }
            }
            """);
    ClientBootstrap opening =
        new ClientBootstrap(
            Telproof.builder(whole).only(List.of(new FakeProvider.Factory())),
            new CompositeListener(List.of()));
    opening.close();
    SortedSet<String> read =
        without(
            opening.problems.known(),
            "telproof.providers.main.account",
            "telproof.providers.main.endpoint",
            "telproof.providers.main.keep-alive",
            "telproof.providers.main.loud",
            "telproof.providers.main.retries",
            "telproof.providers.main.secret-key",
            "telproof.providers.main.site");
    assertThat(without(told, "telproof", "telproof.providers.main")).isEqualTo(read);
  }

  @Test
  void whoever_reads_the_references_of_all_libraries_gets_it_too() {
    assertThat(ConfigFactory.defaultReference().getInt("telproof.retry.attempts")).isEqualTo(3);
  }

  @Test
  void nothing_is_missing_where_only_a_provider_is_said() {
    ConfigurationReport examined =
        Telproof.examine(ConfigFactory.parseString("telproof.providers.main { type = nobody }"));
    assertThat(examined.problems())
        .extracting(Problem::path)
        .containsExactly("telproof.providers.main.type");
  }

  @Test
  void a_default_is_shown_with_the_line_of_the_reference_and_a_value_with_that_of_the_file() {
    ConfigurationReport examined =
        Telproof.examine(ConfigFactory.parseString("telproof.retry.attempts = 5"));
    assertThat(examined.settings())
        .anySatisfy(
            setting -> {
              assertThat(setting.path()).isEqualTo("telproof.retry.attempts");
              assertThat(setting.value()).isEqualTo("5");
              assertThat(setting.where()).isEqualTo("String: 1");
            })
        .anySatisfy(
            setting -> {
              assertThat(setting.path()).isEqualTo("telproof.breaker.open-for");
              assertThat(setting.value()).isEqualTo("30s");
              assertThat(setting.where()).startsWith("telproof-reference.conf @ ");
            });
  }
}
