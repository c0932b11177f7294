package io.telproof.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.typesafe.config.ConfigFactory;
import io.telproof.Sensitive;
import io.telproof.client.internal.event.CompositeListener;
import io.telproof.spi.MultilineSecret;
import io.telproof.spi.Offer;
import io.telproof.spi.ProviderEnvironment;
import io.telproof.spi.VerificationProvider;
import io.telproof.spi.VerificationProviderFactory;
import io.telproof.spi.http.Credentials;
import io.telproof.spi.http.Endpoint;
import io.telproof.spi.ratelimit.RateLimit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the settings of a provider can be, and what cannot be in a secret. */
class SettingTypesTest {
  private static final String CANARY = "CanaryKey0815";
  private static final String PEM =
      """
      -----BEGIN PRIVATE KEY-----
      Q2FuYXJ5S2V5MDgxNQ==

      \tQ2FuYXJ5
      -----END PRIVATE KEY-----""";

  @TempDir Path folder;

  private final Factory factory = new Factory();

  /** One setting of each type that is looked at here. */
  record Settings(
      Sensitive secretKey,
      MultilineSecret privateKey,
      Optional<String> template,
      Optional<Integer> retries,
      Optional<Region> region,
      Optional<RateLimit> limit,
      Optional<Endpoint> endpoint,
      List<Region> regions,
      List<Integer> codes) {}

  /** A type of a provider's own, which nobody else sees. */
  record Region(String name) {
    public static Region of(String text) {
      if (text.length() != 2) {
        throw new IllegalArgumentException("expected a region of two letters, as in eu");
      }
      return new Region(text);
    }
  }

  /** Keeps the settings that it was given. */
  static final class Factory implements VerificationProviderFactory<Settings> {
    private final List<Settings> given = new ArrayList<>();

    @Override
    public String type() {
      return "typed";
    }

    @Override
    public Class<Settings> settings() {
      return Settings.class;
    }

    @Override
    public VerificationProvider open(
        String name, Settings settings, ProviderEnvironment environment) {
      given.add(settings);
      return new Provider(name);
    }
  }

  /** Offers nothing. */
  private record Provider(String name) implements VerificationProvider {
    @Override
    public List<Offer> offers() {
      return List.of();
    }

    @Override
    public void close() {}
  }

  private TelproofBuilder builder(String block) {
    return Telproof.builder(
            ConfigFactory.parseString(
                "telproof.providers.main { type = typed, private-key = p, secret-key = s\n"
                    + block
                    + "\n}"))
        .only(List.of(factory));
  }

  private Settings settings(String block) {
    builder(block).open().close();
    return factory.given.get(factory.given.size() - 1);
  }

  private Problem problem(String block) {
    ConfigurationException wrong =
        catchThrowableOfType(ConfigurationException.class, () -> settings(block));
    assertThat(wrong).as("expected a problem in: %s", block).isNotNull();
    assertThat(wrong.getMessage()).doesNotContain(CANARY);
    assertThat(wrong.problems()).hasSize(1);
    return wrong.problems().get(0);
  }

  /** The text of a block in which this key stands in a file. */
  private String file(String key, String text) throws IOException {
    Path file = Files.writeString(folder.resolve("key"), text);
    return key + " = null, " + key + " = { file = \"" + file + "\" }";
  }

  @Test
  void a_type_of_the_providers_own_that_nobody_else_sees_is_a_setting() {
    assertThat(settings("region = eu").region()).contains(new Region("eu"));
    assertThat(problem("region = moon").toString())
        .startsWith("telproof.providers.main.region: expected a region of two letters, as in eu (");
  }

  @Test
  void a_list_is_a_setting_and_empty_where_it_is_not_there() {
    assertThat(settings("regions = [eu, cn], codes = [34, 351]"))
        .satisfies(
            read -> {
              assertThat(read.regions()).containsExactly(new Region("eu"), new Region("cn"));
              assertThat(read.codes()).containsExactly(34, 351);
            });
    assertThat(settings("regions = eu, codes = 34").regions()).containsExactly(new Region("eu"));
    assertThat(settings("").codes()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "regions = [eu, moon] | regions: expected a region of two letters, as in eu",
        "codes = [34, x]      | codes: expected a whole number",
        "codes = []           | codes: is an empty list; name something, or leave it out",
        "codes = { es = 34 }  | codes: expected a name or a list of names",
        "codes = [[34]]       | codes: expected a name or a list of names",
      })
  void a_list_with_something_else_in_it_is_refused(String block, String says) {
    assertThat(problem(block).toString()).startsWith("telproof.providers.main." + says);
  }

  @Test
  void a_rate_limit_is_a_setting() {
    assertThat(settings("limit = 25/s").limit()).contains(RateLimit.perSecond(25));
    assertThat(settings("limit = 10000/day").limit())
        .contains(new RateLimit(10_000, Duration.ofDays(1)));
    assertThat(problem("limit = 25").path()).isEqualTo("telproof.providers.main.limit");
  }

  @Test
  void an_endpoint_with_a_base_path_is_a_setting() {
    assertThat(settings("endpoint = \"https://api.example/gateway/v1/\"").endpoint())
        .contains(Endpoint.of("https://api.example/gateway/v1"));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '~',
      value = {
        "\\u0020, white space, U+0020 SPACE",
        "\\u00a0, white space, U+00A0 NO-BREAK SPACE",
        "\\u3000, white space, U+3000 IDEOGRAPHIC SPACE",
        "\\u2028, white space, U+2028 LINE SEPARATOR",
        "\\u0009, white space, U+0009 CHARACTER TABULATION",
        "\\u0085, a character that cannot be seen, U+0085 NEXT LINE (NEL)",
        "\\u200b, a character that cannot be seen, U+200B ZERO WIDTH SPACE",
        "\\u00ad, a character that cannot be seen, U+00AD SOFT HYPHEN",
        "\\u001b, a character that cannot be seen, U+001B ESCAPE",
        "\\u007f, a character that cannot be seen, U+007F DELETE",
        "\\ufeff, a character that cannot be seen, U+FEFF ZERO WIDTH NO-BREAK SPACE",
        "\\udb40\\udc41, a character that cannot be seen, U+E0041 TAG LATIN CAPITAL LETTER A",
      })
  void a_character_that_nobody_sees_is_named_with_its_place_and_the_key_is_not(
      String escaped, String what, String name) throws IOException {
    String unseen = ConfigFactory.parseString("it = \"" + escaped + "\"").getString("it");
    for (String written :
        List.of("secret-key = \"" + escaped + CANARY + "\"", file("secret-key", unseen + CANARY))) {
      Problem found = problem(written);
      assertThat(found.path()).isEqualTo("telproof.providers.main.secret-key");
      assertThat(found.says()).startsWith("has " + what + " in it, at its beginning: " + name);
    }
    assertThat(problem("secret-key = \"" + CANARY + escaped + "\"").says())
        .startsWith("has " + what + " in it, at its end: " + name);
    assertThat(problem("secret-key = \"" + CANARY + escaped + CANARY + "\"").says())
        .startsWith("has " + what + " in it, inside: " + name);
  }

  @Test
  void a_byte_order_mark_is_told_as_what_it_is() throws IOException {
    assertThat(problem(file("secret-key", "\ufeff" + CANARY)).says())
        .endsWith("; save the file without a byte order mark");
  }

  @Test
  void characters_that_anybody_sees_are_taken_as_they_are() {
    assertThat(settings("secret-key = \"k\u00e9y-\u94a5\u5319-\ud83d\udd11$%{}\"").secretKey())
        .isEqualTo(Sensitive.of("k\u00e9y-\u94a5\u5319-\ud83d\udd11$%{}"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "secret-key | \"${TENCENT_SECRET_KEY}\" | ${TENCENT_SECRET_KEY}",
        "secret-key | \"${?TENCENT_SECRET_KEY}\" | ${?TENCENT_SECRET_KEY}",
        "secret-key | \"CanaryKey0815-${a.b-c}\" | ${a.b-c}",
        "private-key | \"${PEM}\" | ${PEM}",
        "private-key | { file = \"${FOLDER}/key\" } | ${FOLDER}",
        "template | \"${TEMPLATE}\" | ${TEMPLATE}",
        "retries | \"${RETRIES}\" | ${RETRIES}",
        "network.proxy | \"http://${PROXY}:3128\" | ${PROXY}",
      })
  void a_variable_in_quotes_is_refused_with_the_reason(String key, String value, String name) {
    Problem found = problem(key + " = null, " + key + " = " + value);
    assertThat(found.path()).isEqualTo("telproof.providers.main." + key);
    assertThat(found.says())
        .isEqualTo(
            "has "
                + name
                + " as a text: a variable becomes its value only in the configuration, and only"
                + " without quotes");
  }

  @Test
  void a_secret_that_is_a_variable_of_a_shell_the_path_of_a_file_or_in_printed_quotes_is_refused()
      throws IOException {
    assertThat(problem("secret-key = \"$TENCENT_SECRET_KEY\"").says())
        .isEqualTo("has $TENCENT_SECRET_KEY as a text: a variable is written ${…}, without quotes");
    Path key = Files.writeString(folder.resolve("key"), "CanaryKey0815");
    assertThat(problem("secret-key = \"" + key + "\"").says())
        .isEqualTo("is the path of a file: write { file = … } around it to have that file read");
    assertThat(problem("secret-key = \"\u201cCanaryKey0815\u201d\"").says())
        .isEqualTo("has a printer's quotation mark in it, U+201C: quotes of HOCON are \"");
    assertThat(problem("secret-key = \"\"").says())
        .isEqualTo("is empty; is a variable set to nothing?");
  }

  @Test
  void a_template_that_was_not_filled_in_is_refused_in_a_file_too() throws IOException {
    assertThat(problem(file("secret-key", "${TENCENT_SECRET_KEY}\n")).says())
        .startsWith("has ${TENCENT_SECRET_KEY} as a text");
  }

  @Test
  void a_text_with_a_variable_of_its_own_in_it_is_taken_as_it_is() {
    assertThat(settings("template = \"the code is ${code}\"").template())
        .contains("the code is ${code}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\n", "\r\n"})
  void a_key_of_several_lines_keeps_them(String end) throws IOException {
    assertThat(settings(file("private-key", PEM + end)).privateKey().reveal()).isEqualTo(PEM);
  }

  @Test
  void a_key_of_several_lines_can_stand_in_the_configuration() {
    Settings settings = settings("private-key = \"\"\"" + PEM + "\"\"\"");
    assertThat(settings.privateKey().reveal()).isEqualTo(PEM);
    assertThat(settings.toString()).doesNotContain("Q2Fu");
  }

  @Test
  void a_key_of_several_lines_is_masked_where_settings_are_shown() throws IOException {
    ClientBootstrap opening =
        new ClientBootstrap(builder(file("private-key", PEM)), new CompositeListener(List.of()));
    opening.close();
    assertThat(opening.problems.settings().toString())
        .contains("private-key, value=*** from ")
        .doesNotContain("Q2Fu");
  }

  @Test
  void a_key_of_several_lines_has_nothing_else_that_cannot_be_seen() throws IOException {
    assertThat(problem(file("private-key", "\ufeff" + PEM)).says()).contains("byte order mark");
    assertThat(problem(file("private-key", PEM.replace("\n", "\u2028"))).says())
        .contains("white space in it, inside: U+2028 LINE SEPARATOR");
  }

  @Test
  void a_key_of_several_lines_is_left_out_where_the_application_gives_the_keys() {
    Telproof.builder(ConfigFactory.parseString("telproof.providers.main.type = typed"))
        .only(List.of(factory))
        .credentialsProvider(
            provider ->
                Optional.of(
                    ExpiringCredentials.of(Credentials.of(Sensitive.of("id"), Sensitive.of(PEM)))))
        .open()
        .close();
    assertThat(factory.given.get(0).privateKey().reveal()).doesNotContain("PRIVATE KEY");
  }
}
