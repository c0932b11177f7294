package io.telproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.cli.Session.Outcome;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Tests that read the page as roff; where groff is installed, as .ci/run does, it reads it too. */
final class ManPageTest {
  @TempDir private Path directory;

  private static String page() {
    Outcome outcome = Session.PLAIN.run("man");
    assertThat(outcome.status()).isZero();
    assertThat(outcome.err()).isEmpty();
    return outcome.out();
  }

  @Test
  void the_page_tells_of_every_command_option_and_argument_what_help_tells() {
    List<IoStreams> seen = new ArrayList<>();
    Session.PLAIN.carryOut(
        surroundings -> {
          seen.add(surroundings);
          return 0;
        });
    String page = page();
    for (CommandWord command :
        CommandWord.all(new CommandTree(seen.get(0)).commandLine(List.of()))) {
      if (command.path().isEmpty() || !command.below().isEmpty()) {
        continue;
      }
      String heading =
          ".SS \"" + Roff.escaped("telproof " + String.join(" ", command.path())) + "\"\n";
      assertThat(page).containsOnlyOnce(heading);
      String section = page.substring(page.indexOf(heading) + heading.length());
      int end = section.indexOf("\n.S");
      String text = section.substring(0, end);
      assertThat(text)
          .contains(Roff.escaped(String.join(" ", command.spec().usageMessage().description())));
      for (PositionalParamSpec argument : command.spec().positionalParameters()) {
        assertThat(text).contains(Roff.escaped(argument.paramLabel()), sentence(argument));
      }
      for (OptionSpec option : command.spec().options()) {
        if (!option.usageHelp()) {
          assertThat(text).contains(Roff.escaped(option.longestName()), sentence(option));
        }
      }
    }
  }

  private static String sentence(ArgSpec argument) {
    return Roff.escaped(CommandWord.sentence(argument));
  }

  @Test
  void the_page_has_the_sections_of_a_manual_and_the_exit_statuses() {
    assertThat(page().lines().filter(line -> line.startsWith(".SH")))
        .containsExactly(
            ".SH \"NAME\"",
            ".SH \"SYNOPSIS\"",
            ".SH \"DESCRIPTION\"",
            ".SH \"OPTIONS\"",
            ".SH \"COMMANDS\"",
            ".SH \"EXIT STATUS\"",
            ".SH \"ENVIRONMENT\"",
            ".SH \"EXAMPLES\"");
    assertThat(page())
        .startsWith(".TH \"TELPROOF\" \"1\" ")
        .contains(".B \"0\"\n", ".B \"1\"\n", ".B \"2\"\n", ".B \"3\"\n", ".B \"4\"\n");
  }

  @Test
  void each_line_is_a_request_that_man_knows_or_text() {
    assertThat(page().lines())
        .allMatch(line -> line.matches("\\.(TH|SH|SS|PP|TP|B|I|BI|EX|EE)( \"[^\"]*\")*|\\\\&.*"));
  }

  private static boolean isInstalled(String reader) {
    return Stream.of(
            Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator))
        .anyMatch(each -> Files.isExecutable(Path.of(each, reader)));
  }

  @TestFactory
  Stream<DynamicTest> a_reader_warns_of_nothing_and_shows_options_as_they_are_typed() {
    return Stream.of("groff")
        .filter(ManPageTest::isInstalled)
        .map(reader -> DynamicTest.dynamicTest(reader, this::isReadByGroff));
  }

  private void isReadByGroff() throws IOException, InterruptedException {
    Files.writeString(directory.resolve("telproof.1"), page());
    Path out = directory.resolve("out");
    Path err = directory.resolve("err");
    int status =
        new ProcessBuilder("groff", "-man", "-Tutf8", "-ww", "-P-c", "-rLL=200n", "telproof.1")
            .directory(directory.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start()
            .waitFor();
    assertThat(err).isEmptyFile();
    assertThat(status).isZero();
    assertThat(Files.readString(out).replaceAll(".\b", ""))
        .contains("--ask-again-in-doubt", "Read {\"name\":…,\"idNumber\":…} from standard input");
  }
}
