package io.telproof.ledger.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.telproof.Sensitive;
import io.telproof.spi.ledger.LedgerFactory;
import io.telproof.testkit.CapturedLogs;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class JdbcLedgerSettingsTest {
  private static final PostgresUrl URL = PostgresUrl.of("jdbc:postgresql://db.example/telproof");
  private static final Pattern KEY = Pattern.compile("(?m)^ *# +([a-z0-9-]+) = (.*)$");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://db.example/telproof",
        "jdbc:postgresql://db.example:5433/telproof",
        "jdbc:postgresql://one.example,two.example:5433/telproof?targetServerType=primary",
        "jdbc:postgresql://[::1]:5432/telproof?sslmode=verify-full&sslrootcert=/etc/corp-ca.pem",
      })
  void a_url_as_the_driver_writes_it_is_taken_and_shown(String text) {
    assertThat(PostgresUrl.of(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "postgresql://db.example/telproof",
        "jdbc:mysql://db.example/telproof",
        "jdbc:postgresql:telproof",
        "jdbc:postgresql://",
        "jdbc:postgresql://db.example",
        "jdbc:postgresql://db.example:port/telproof",
        "db.example:5432",
      })
  void another_url_is_refused_and_not_repeated(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PostgresUrl.of(text))
        .withMessage("expected jdbc:postgresql://host:5432/database");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "jdbc:postgresql://telproof:secret@db.example/telproof",
        "jdbc:postgresql://db.example/telproof?user=secret",
        "jdbc:postgresql://db.example/telproof?ssl=true&password=secret",
        "jdbc:postgresql://db.example/telproof?sslpassword=secret",
        "jdbc:postgresql://db.example?user=secret",
      })
  void a_password_in_the_url_is_refused_because_urls_are_shown(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PostgresUrl.of(text))
        .withMessageContainingAll("urls are shown", "as user and password")
        .withMessageNotContaining("secret")
        .withNoCause();
  }

  @Test
  void a_url_that_is_refused_is_not_written_to_a_log() {
    try (CapturedLogs logs = CapturedLogs.open()) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> PostgresUrl.of("jdbc:postgresql://db.example?options=secret"));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> PostgresUrl.of("jdbc:postgresql://db.example?password=secret"));
      assertThat(logs.lines()).noneMatch(line -> line.contains("secret"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"currentSchema", "socketTimeout", "connectTimeout", "loginTimeout"})
  void what_a_setting_says_is_not_said_in_the_url_as_well(String parameter) {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> PostgresUrl.of("jdbc:postgresql://db.example/telproof?" + parameter + "=7"))
        .withMessageStartingWith("says " + parameter + "; leave it out: schema, connect-timeout");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Telproof | schema must be 1 to 63 of a-z, 0-9 and _, and not begin with a digit",
        "a\"b | schema must be 1 to 63 of a-z, 0-9 and _, and not begin with a digit",
        "9a | schema must be 1 to 63 of a-z, 0-9 and _, and not begin with a digit",
        "pg_ledger | schema must not begin with pg_, which is for PostgreSQL itself",
      })
  void a_schema_that_is_no_plain_name_is_refused(String schema, String said) {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                settings(Optional.empty(), Optional.of(schema), Optional.empty(), Optional.empty()))
        .withMessage(said);
  }

  @Test
  void everything_that_is_wrong_is_told_at_once_each_in_a_line_that_begins_with_the_setting() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new JdbcLedgerSettings(
                    URL,
                    Optional.empty(),
                    Optional.of(Sensitive.of("secret")),
                    Optional.of(""),
                    Optional.of(0),
                    Optional.of(Duration.ofHours(1)),
                    Optional.of(Duration.ZERO),
                    Optional.of(Duration.ofMillis(999))))
        .withMessage(
            """
            password needs user as well
            schema must be 1 to 63 of a-z, 0-9 and _, and not begin with a digit
            connections must be 1 to 200
            lease must be 1 s to 10 minutes
            connect-timeout must be 1 s to 1 minute
            command-timeout must be 1 s to 1 minute""");
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> settings(Optional.empty(), Optional.empty(), Optional.of(201), Optional.empty()))
        .withMessage("connections must be 1 to 200");
  }

  @Test
  void neither_user_nor_password_is_printed() {
    assertThat(
            settings(
                    Optional.of(Sensitive.of("a-secret-user")),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(Sensitive.of("a-secret-word")))
                .toString())
        .contains("db.example")
        .doesNotContain("a-secret");
  }

  private static JdbcLedgerSettings settings(
      Optional<Sensitive> user,
      Optional<String> schema,
      Optional<Integer> connections,
      Optional<Sensitive> password) {
    return new JdbcLedgerSettings(
        URL,
        user,
        password,
        schema,
        connections,
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  @Test
  void the_reference_has_every_setting_with_what_is_in_force() throws IOException {
    Map<String, String> defaults = new JdbcLedgerFactory().defaults();
    String reference = reference();
    List<String> keys = KEY.matcher(reference).results().map(found -> found.group(1)).toList();
    assertThat(keys)
        .containsExactlyElementsOf(
            Stream.concat(
                    Stream.of("kept"),
                    Arrays.stream(JdbcLedgerSettings.class.getRecordComponents())
                        .map(component -> hyphens(component.getName())))
                .toList());
    KEY.matcher(reference)
        .results()
        .filter(found -> defaults.containsKey(found.group(1)))
        .forEach(found -> assertThat(found.group(2)).isEqualTo(defaults.get(found.group(1))));
    JdbcLedgerSettings unsaid =
        settings(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    assertThat(defaults)
        .containsOnly(
            Map.entry("schema", unsaid.schemaName()),
            Map.entry("connections", String.valueOf(unsaid.mostConnections())),
            Map.entry("lease", unsaid.leaseTime().toSeconds() + "s"),
            Map.entry("connect-timeout", unsaid.longestConnect().toSeconds() + "s"),
            Map.entry("command-timeout", unsaid.longestCommand().toSeconds() + "s"));
  }

  private static String hyphens(String name) {
    return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
  }

  /** Other modules have a file of this name. */
  private static String reference() throws IOException {
    for (var each :
        Collections.list(JdbcLedgerFactory.class.getClassLoader().getResources("reference.conf"))) {
      try (var in = each.openStream()) {
        String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        if (text.contains("kept = jdbc")) {
          return text;
        }
      }
    }
    throw new AssertionError("there is no reference.conf");
  }

  @Test
  @SuppressWarnings("rawtypes") // A class literal has no type arguments.
  void it_is_found_by_the_word_jdbc() {
    assertThat(
            ServiceLoader.load(LedgerFactory.class).stream()
                .map(each -> each.get().kept())
                .toList())
        .contains("jdbc");
  }
}
