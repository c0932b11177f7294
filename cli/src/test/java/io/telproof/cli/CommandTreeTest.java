package io.telproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.Sensitive;
import io.telproof.cli.Session.Outcome;
import io.telproof.spi.CheckType;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

final class CommandTreeTest {
  private static final CommandTree TREE =
      new CommandTree(
          new IoStreams(
              InputStream.nullInputStream(),
              new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
              new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8),
              false,
              what -> Sensitive.of("")));

  /** What may follow the words of a command without asking anybody. */
  private static final List<List<String>> ENDS =
      List.of(
          List.of("--help"),
          List.of("-h"),
          List.of("--version"),
          List.of("--nothing"),
          List.of("--jsn"),
          List.of("nothing"),
          List.of("tenur"),
          List.of("Check"),
          List.of("--config"),
          List.of("--", "check"),
          List.of("--help", "check"),
          List.of("--json", "nothing", "check", "tenure"));

  static Stream<List<String>> every_command() {
    return words(TREE.commandLine(List.of()), List.of());
  }

  private static Stream<List<String>> words(CommandLine command, List<String> before) {
    return Stream.concat(
        Stream.of(before),
        command.getSubcommands().entrySet().stream()
            .flatMap(each -> words(each.getValue(), followed(before, List.of(each.getKey())))));
  }

  private static List<String> followed(List<String> words, List<String> end) {
    List<String> both = new ArrayList<>(words);
    both.addAll(end);
    return List.copyOf(both);
  }

  @ParameterizedTest
  @MethodSource("every_command")
  void helps_and_refuses_as_the_whole_tree_does(List<String> words) {
    for (List<String> end : ENDS) {
      String[] arguments = followed(words, end).toArray(String[]::new);
      assertThat(Session.PLAIN.run(arguments))
          .as("%s", List.of(arguments))
          .isEqualTo(byTheWholeTree(arguments));
    }
  }

  @ParameterizedTest
  @MethodSource("every_command")
  void a_group_alone_is_refused_as_by_the_whole_tree(List<String> words) {
    CommandLine command = TREE.commandLine(List.of());
    for (String word : words) {
      command = Objects.requireNonNull(command.getSubcommands().get(word));
    }
    String[] arguments = words.toArray(String[]::new);
    String[] unfinished =
        command.getSubcommands().isEmpty()
            ? followed(words, List.of("--timeout")).toArray(String[]::new)
            : arguments;
    Outcome outcome = Session.PLAIN.run(unfinished);
    assertThat(outcome.status()).isEqualTo(ExitStatus.UNUSABLE.code());
    assertThat(outcome).isEqualTo(byTheWholeTree(unfinished));
  }

  /** As wide as a terminal is that nobody has made wider. */
  private static final int WIDTH = 80;

  @ParameterizedTest
  @MethodSource("every_command")
  void help_ends_a_line_only_where_the_next_word_has_no_room(List<String> words) {
    String help =
        Session.PLAIN.run(followed(words, List.of("--help")).toArray(String[]::new)).out();
    List<String> lines = help.substring(help.indexOf("Usage:")).lines().toList();
    int synopsis = 1;
    while (lines.get(synopsis).startsWith("   ")) {
      synopsis++;
    }
    for (int i = synopsis + 1; i < lines.size(); i++) {
      String line = lines.get(i - 1);
      if (isGoneOnWith(line, lines.get(i))) {
        String next = lines.get(i).strip().split(" ", 2)[0];
        assertThat(line + ' ' + next).hasSizeGreaterThanOrEqualTo(WIDTH);
      }
      assertThat(line).hasSizeLessThanOrEqualTo(WIDTH);
    }
  }

  /** Whether two lines are of one text: of the command, or of one of its options. */
  private static boolean isGoneOnWith(String line, String next) {
    boolean text = line.matches("\\S.*[^:]") && next.matches("\\S.*[^:]");
    // Not behind an option that is too long for a text beside it.
    boolean option = next.matches(" {15,}\\S.*") && !line.matches(" +-\\S+");
    return text || option;
  }

  private static Outcome byTheWholeTree(String... arguments) {
    return Session.PLAIN.carryOut(
        surroundings ->
            Cli.run(new CommandTree(surroundings).commandLine(List.of()), surroundings, arguments));
  }

  @Test
  void holds_the_command_that_is_named_and_no_other() {
    assertThat(words(TREE.commandLine(List.of("check", "tenure", "code")), List.of()))
        .containsExactly(List.of(), List.of("check"), List.of("check", "tenure"));
  }

  @Test
  void holds_every_command_where_none_is_named() {
    List<List<String>> all = every_command().toList();
    assertThat(all).contains(List.of("ledger", "dismiss"), List.of("check", "identity"));
    assertThat(words(TREE.commandLine(List.of("--help", "check")), List.of())).isEqualTo(all);
    assertThat(words(TREE.commandLine(List.of("Check")), List.of())).isEqualTo(all);
  }

  @Test
  void a_check_is_asked_by_its_key() {
    CommandLine check =
        Objects.requireNonNull(TREE.commandLine(List.of()).getSubcommands().get("check"));
    assertThat(check.getSubcommands().values())
        .extracting(CommandLine::getCommandName)
        .isSubsetOf(Stream.of(CheckType.values()).map(CheckType::key).toList());
  }
}
