package io.telproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.telproof.cli.Session.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a vendor or a file says is printed, and does nothing to the terminal it is printed on. */
final class HostileTextTest {
  private static final Set<Integer> UNSEEN =
      Set.of(
          (int) Character.CONTROL,
          (int) Character.FORMAT,
          (int) Character.LINE_SEPARATOR,
          (int) Character.PARAGRAPH_SEPARATOR,
          (int) Character.SURROGATE);

  @TempDir private Path directory;

  private Outcome ask(String says, String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.add("--config");
    all.add(Session.scripted(directory, says));
    return Session.PLAIN.typing("77").run(all.toArray(String[]::new));
  }

  private static void harmless(String printed, int lines) {
    assertThat(printed.codePoints().filter(point -> point != '\n'))
        .noneMatch(point -> UNSEEN.contains(Character.getType(point)));
    assertThat(printed).hasLineCount(lines);
  }

  @ParameterizedTest
  @CsvSource({
    "hostile,        check phone-status 13800138000,  7",
    "hostile,        check pre-validated 13800138000, 7",
    "hostile,        code send a@example.com,         7",
    "hostile-failed, check tenure 13800138000,        6",
    "hostile,        providers,                       3",
  })
  void a_person_sees_it_written_out(String says, String command, int lines) {
    String out = ask(says, command.split(" ")).out();
    harmless(out, lines);
    assertThat(out)
        .contains(
            "a\\u001B[31m\\u001B]0;t\\u0007\\u009B2J\\u0085\\u202E\\u2066\\u200B\\uFEFF\\u2028\\u2029"
                + "\\u007F\\uDB40\\uDC41\\uD800\\u000D\\u0009b\\u000Acost  free\"\\");
  }

  @Test
  void in_colour_the_colours_are_the_command_s_own() {
    String config = Session.scripted(directory, "hostile");
    String out =
        Session.PLAIN
            .coloured()
            .run("check", "phone-status", "13800138000", "--config", config)
            .out();
    harmless(out.replaceAll("\u001b\\[[0-9;]*m", ""), 7);
    assertThat(out).doesNotContain("\u001b[31mt", "\u001b]");
  }

  @ParameterizedTest
  @CsvSource({
    "hostile,        check pre-validated 13800138000 --json, id",
    "hostile,        code send a@example.com --json,         handle",
    "hostile,        check phone-status 13800138000 --json,  requestId",
    "hostile,        check phone-status 13800138000 --json,  vendorCode",
    "hostile,        check phone-status 13800138000 --json,  reason",
    "hostile-failed, check tenure 13800138000 --json,        message",
    "hostile-failed, check tenure 13800138000 --json,        operation",
  })
  void a_program_reads_the_very_value(String says, String command, String field)
      throws IOException {
    String out = ask(says, command.split(" ")).out();
    harmless(out, 1);
    assertThat(texts(out, field)).singleElement().asString().contains(ScriptedProvider.HOSTILE);
  }

  private static List<String> texts(String json, String field) throws IOException {
    List<String> texts = new ArrayList<>();
    try (JsonParser parser = new JsonFactory().createParser(json)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.VALUE_STRING && field.equals(parser.currentName())) {
          texts.add(parser.getText());
        }
      }
    }
    return texts;
  }

  @Test
  void a_configuration_that_is_looked_at_forges_no_line() {
    String file =
        Session.file(
            directory,
            """
            telproof.providers.main {
              type = scripted, says = known, name = "x\\nNo problems.\\u001b[2J\\u202e"
            }
            """);
    Outcome outcome = Session.PLAIN.run("config", "check", file);
    assertThat(outcome.status()).isZero();
    harmless(outcome.out(), Math.toIntExact(outcome.out().lines().count()));
    assertThat(outcome.out()).contains("x\\u000ANo problems.\\u001B[2J\\u202E");
    assertThat(outcome.out().lines().filter("No problems."::equals)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"config check", "check tenure 13800138000 --config", "providers --config"})
  void a_configuration_that_cannot_be_used_is_refused_line_by_line(String command) {
    String file =
        Session.file(
            directory,
            """
            telproof.providers.main {
              type = scripted, says = known, "x\\n  all is well\\u001b[2J\\u009b\\u202e" = 1
            }
            """);
    List<String> arguments = new ArrayList<>(List.of(command.split(" ")));
    arguments.add(file);
    Outcome outcome = Session.PLAIN.run(arguments.toArray(String[]::new));
    assertThat(outcome.status()).isEqualTo(2);
    String said = outcome.out() + outcome.err();
    harmless(said, Math.toIntExact(said.lines().count()));
    assertThat(said)
        .contains("x\\u000A  all is well\\u001B[2J\\u009B\\u202E")
        .doesNotContain("\n  all is well");
  }

  @Test
  void a_file_that_is_no_configuration_is_named_without_what_its_name_would_do() {
    Path inside = directory.resolve("a\u001b[2J\u202e");
    assertThat(inside.toFile().mkdir()).isTrue();
    Outcome outcome = Session.PLAIN.run("config", "check", Session.file(inside, "{"));
    assertThat(outcome.status()).isEqualTo(2);
    harmless(outcome.err(), 1);
    assertThat(outcome.err()).contains("a\\u001B[2J\\u202E");
  }
}
