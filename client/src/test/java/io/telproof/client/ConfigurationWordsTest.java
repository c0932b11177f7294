package io.telproof.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import io.telproof.spi.CheckType;
import io.telproof.spi.time.Time;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

/** What is accepted by mistake or told in the wrong words costs its reader an hour. */
final class ConfigurationWordsTest {
  private static final String MAIN =
      "telproof.providers.main { type = fake, account = a, secret-key = s }\n";

  @TempDir private Path folder;

  private List<Problem> problems(String text) throws IOException {
    return problems(Files.writeString(folder.resolve("app.conf"), text));
  }

  private static List<Problem> problems(Path file) {
    Config config = Telproof.loadConfig(file);
    ConfigurationException wrong =
        catchThrowableOfType(
            ConfigurationException.class,
            () -> Telproof.builder(config).only(List.of(new FakeProvider.Factory())).open());
    assertThat(wrong).as("expected problems in: %s", config).isNotNull();
    assertThat(wrong.getMessage()).doesNotContain("CanaryKey");
    return wrong.problems();
  }

  /** A line, the setting that it is about, and what is said. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "retry.first-backoff = 100 | retry.first-backoff | has no unit; write 100s for seconds or"
            + " 100ms for milliseconds",
        "retry.first-backoff = \"2\" | retry.first-backoff | has no unit; write 2s for seconds or"
            + " 2ms for milliseconds",
        "breaker.open-for = 0.5 | breaker.open-for | write 0.5s for seconds or 0.5ms",
        "cache.tenure = 12345678901 | cache.tenure | has no unit; expected a duration, as in 2s or"
            + " 500ms",
        "providers.main.network.keep-alive = 8 | providers.main.network.keep-alive | write 8s",
        "providers.main.keep-alive = 8 | providers.main.keep-alive | write 8s",
        "routes.phone-status = \"main, ali\" | routes.phone-status | is one text; write a list, as"
            + " in [main, ali]",
        "routes.phone-status { primary = \"main,ali\" } | routes.phone-status.primary | is one"
            + " text; write a list, as in [main,ali]",
        "coalesce = \"tenure, phone-status\" | coalesce | is one text; write a list, as in [tenure,"
            + " phone-status]",
        "providers.main.secret-key = { file = /no/such/file } | providers.main.secret-key | the"
            + " file /no/such/file is not there; a relative path begins at the working directory",
        "providers.main.secret-key = { file = no-such-file } | providers.main.secret-key | the file"
            + " no-such-file is not there",
        "providers.main.secret-key = { file = CanaryKey0815 } | providers.main.secret-key | the"
            + " file that it names is not there",
        "providers.main.secret-key = { file = \"/CanaryKey0815CanaryKey0815CanaryKey0815=\" } |"
            + " providers.main.secret-key | not there",
        "providers.main.secret-key = { file = / } | providers.main.secret-key | is not a plain"
            + " file",
        "providers.main.account = \"a\\uFFFDb\" | providers.main.account | has U+FFFD in it, which"
            + " stands where a character was lost",
        "providers.main.secret-key = \"CanaryKey\\uFFFD\" | providers.main.secret-key | has U+FFFD"
            + " in it",
        "routes.phone-status = [\"\\uFFFD\"] | routes.phone-status | has U+FFFD in it",
      })
  void a_wrong_value_is_told_with_the_words_to_write(String line, String path, String says)
      throws IOException {
    assertThat(problems(MAIN + "telproof." + line))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.path()).isEqualTo("telproof." + path);
              assertThat(problem.says()).contains(says);
              assertThat(problem.where()).endsWith("app.conf: 2");
            });
  }

  @Test
  void a_file_in_another_encoding_is_told_by_the_line_of_the_text_that_is_lost()
      throws IOException {
    byte[] latin =
        "telproof.providers.main { type = fake, secret-key = s\naccount = Zoë }"
            .getBytes(StandardCharsets.ISO_8859_1);
    assertThat(problems(Files.write(folder.resolve("latin.conf"), latin)))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.says()).contains("save the file in UTF-8");
              assertThat(problem.where()).endsWith("latin.conf: 2");
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "telprof { providers.main { type = fake } } | telprof",
        "Telproof { providers.main { type = fake } } | Telproof",
        "telprof { provider.main { type = fake } } | telprof",
      })
  void a_block_that_is_called_nearly_as_ours_is_told_the_name(String text, String path)
      throws IOException {
    assertThat(problems(text))
        .containsExactly(
            new Problem(
                path, folder.resolve("app.conf") + ": 1", "unknown key; did you mean telproof?"));
  }

  @Test
  void a_second_block_with_a_slip_in_its_name_is_not_passed_over() throws IOException {
    assertThat(problems(MAIN + "telprof.budgets.tenure = 5/day"))
        .extracting(Problem::path)
        .containsExactly("telprof");
    Telproof.builder(
            ConfigFactory.parseString(MAIN + "telephone { number = 1 }, teleproof = 1, telprof {}"))
        .only(List.of(new FakeProvider.Factory()))
        .open()
        .close();
  }

  @Test
  void a_variable_is_told_by_what_the_file_names_and_not_by_a_comment() throws IOException {
    assertThat(
            problems(
                MAIN
                    + "telproof.providers.b = ${NO_SUCH} {\n"
                    + "  # as in ${OF_A_COMMENT}\n  type = fake\n}"))
        .singleElement()
        .satisfies(
            problem ->
                assertThat(problem.says()).isEqualTo("refers to ${NO_SUCH}, which is not set"));
    assertThat(problems("telproof { providers = ${NO_SUCH} }"))
        .extracting(Problem::says)
        .containsExactly("refers to ${NO_SUCH}, which is not set");
  }

  private static List<String> codes(String routes) {
    List<String> problems = new ArrayList<>();
    TelproofBuilder builder =
        Telproof.builder(ConfigFactory.parseString("telproof.routes {" + routes + "}"));
    for (String name : List.of("main", "ali")) {
      builder.provider(
          new ScriptedProvider(
              name,
              Time.system(),
              duration -> {},
              CheckType.CODE_DELIVERY,
              CheckType.CODE_VERIFICATION));
    }
    try {
      builder.open().close();
    } catch (ConfigurationException e) {
      e.problems().forEach(problem -> problems.add(problem.path() + " " + problem.says()));
    }
    return problems;
  }

  @Test
  void a_route_for_one_half_of_a_code_alone_is_refused_where_the_other_could_be_two_providers() {
    assertThat(codes("code-delivery = ali"))
        .singleElement()
        .asString()
        .startsWith("telproof.routes.code-verification is missing: ")
        .endsWith("add code-verification = ali");
    assertThat(codes("code-verification = main"))
        .singleElement()
        .asString()
        .startsWith("telproof.routes.code-delivery is missing: ")
        .endsWith("add code-delivery = main");
    assertThat(codes("code-delivery = ali, code-verification = ali")).isEmpty();
    assertThat(codes("")).as("nothing is said of codes, and nothing is asked").isEmpty();
  }

  @Test
  @Timeout(10)
  void a_key_file_that_is_a_pipe_is_not_waited_for() throws Exception {
    Path pipe = folder.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    assertThat(problems(MAIN + "telproof.providers.main.secret-key = { file = \"" + pipe + "\" }"))
        .singleElement()
        .satisfies(
            problem ->
                assertThat(problem.says())
                    .isEqualTo(
                        "the file "
                            + pipe
                            + " is not a plain file; directories, pipes and devices are not read"));
  }

  @Test
  void a_key_file_has_a_largest_size_and_is_text() throws IOException {
    Path key = folder.resolve("key");
    String setting = MAIN + "telproof.providers.main.secret-key = { file = \"" + key + "\" }";
    Files.writeString(key, "CanaryKey".repeat(8000));
    assertThat(problems(setting))
        .extracting(Problem::says)
        .containsExactly("the file " + key + " is larger than 65536 bytes; is it a key?");
    Files.write(key, new byte[] {'a', (byte) 0xe4});
    assertThat(problems(setting))
        .extracting(Problem::says)
        .containsExactly("the file " + key + " is not text in UTF-8");
  }

  @Test
  void a_key_file_that_others_may_change_is_logged_where_the_application_opens()
      throws IOException {
    Path key = Files.writeString(folder.resolve("key"), "CanaryKey");
    Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-rw-rw-"));
    Config config =
        ConfigFactory.parseString(
            "telproof.providers.main { type = fake, account = a, secret-key { file = \""
                + key
                + "\" } }");
    Logger log = (Logger) LoggerFactory.getLogger(Telproof.class);
    ListAppender<ILoggingEvent> appender = new ListAppender<>();
    appender.start();
    log.addAppender(appender);
    try {
      Telproof.builder(config).only(List.of(new FakeProvider.Factory())).open().close();
    } finally {
      log.detachAppender(appender);
    }
    assertThat(appender.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .containsExactly(
            "telproof.providers.main.secret-key: the file "
                + key
                + " may be changed by others (rw-rw-rw-); take that right away, as by chmod 600"
                + " (String: 1)");
  }
}
