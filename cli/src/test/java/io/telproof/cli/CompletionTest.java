package io.telproof.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.cli.Session.Outcome;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the shells themselves offer. Bash is everywhere; zsh and fish are asked where they are
 * installed, as .ci/run does.
 */
final class CompletionTest {
  /** What is offered at the end of a line, where app.conf and table.csv lie. */
  private static final Map<String, String> OFFERED = offered();

  private static Map<String, String> offered() {
    Map<String, String> offered = new LinkedHashMap<>();
    offered.put("telproof ch", "check");
    offered.put("./telproof ch", "check");
    offered.put("telproof --v", "--version");
    offered.put(
        "telproof check ",
        "code-delivery code-verification identity identity-match phone-status pre-validated"
            + " pre-validated-number recycled-number sim-swap tenure");
    offered.put(
        "telproof check identity --",
        "--birth-date --config --help --json --name-only --name-parts --provider --region --stdin --timeout");
    offered.put(
        "telproof check identity-match --",
        "--birth-date --config --help --json --name-only --name-parts --provider --region --stdin --timeout");
    offered.put("telproof check tenure --json --re", "--region");
    offered.put("telproof check tenure --region H", "HK HN HR HT HU");
    offered.put("telproof check tenure --config ap", "app.conf");
    offered.put("telproof check tenure --timeout ", "");
    offered.put("telproof check tenure ", "");
    offered.put("telproof explain ten", "tenure");
    offered.put("telproof explain --json ten", "tenure");
    offered.put("telproof explain tenure --config ap", "app.conf");
    offered.put("telproof bulk ", "identity-match phone-status recycled-number tenure");
    offered.put("telproof bulk tenure ta", "table.csv");
    offered.put("telproof bulk tenure table.csv ta", "table.csv");
    offered.put("telproof bulk --format ", "csv jsonl");
    offered.put("telproof bulk --order ", "answered input");
    offered.put("telproof config check ap", "app.conf");
    offered.put("telproof ledger ", "bill dismiss doubts reconcile");
    offered.put("telproof ledger reconcile ta", "table.csv");
    offered.put("telproof providers --config ap", "app.conf");
    offered.put("telproof completion ", "bash fish zsh");
    return offered;
  }

  @TempDir private Path directory;

  /**
   * A shell, how its own settings are left out, and the name of the file it reads a script from.
   */
  private enum Shell {
    BASH("--norc", "telproof"),
    ZSH("-f", "telproof.zsh"),
    /** As zsh itself finds a function on its path. */
    ZSH_PATH("-f", "_telproof"),
    FISH("--no-config", "telproof.fish");

    private final String bare;
    private final String script;

    Shell(String bare, String script) {
      this.bare = bare;
      this.script = script;
    }

    private String word() {
      return name().replaceFirst("_.*", "").toLowerCase(Locale.ROOT);
    }

    private boolean isInstalled() {
      return Stream.of(
              Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator))
          .anyMatch(each -> Files.isExecutable(Path.of(each, word())));
    }
  }

  static Stream<Shell> shells() {
    return Arrays.stream(Shell.values()).filter(each -> each == Shell.BASH || each.isInstalled());
  }

  private static String script(String shell) {
    Outcome outcome = Session.PLAIN.run("completion", shell);
    assertThat(outcome.status()).isZero();
    assertThat(outcome.err()).isEmpty();
    return outcome.out();
  }

  @ParameterizedTest
  @MethodSource("shells")
  void a_shell_offers_commands_options_words_and_files(Shell shell) throws Exception {
    Files.createFile(directory.resolve("app.conf"));
    Files.createFile(directory.resolve("table.csv"));
    Path script = Files.writeString(directory.resolve(shell.script), script(shell.word()));
    Path asks = Path.of("src/test/resources/completion/ask." + shell.word());
    List<String> command =
        new ArrayList<>(
            List.of(shell.word(), shell.bare, asks.toAbsolutePath().toString(), script.toString()));
    command.addAll(OFFERED.keySet());
    assertThat(words(said(command))).isEqualTo(words(OFFERED));
  }

  private String said(List<String> command) throws IOException, InterruptedException {
    Path out = directory.resolve("out");
    Path err = directory.resolve("err");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().put("HOME", directory.toString());
    builder.environment().put("TERM", "dumb");
    Process process = builder.start();
    process.getOutputStream().close();
    assertThat(process.waitFor()).as(() -> text(err)).isZero();
    assertThat(err).isEmptyFile();
    return Files.readString(out, UTF_8);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }

  /** The words behind each line, sorted: shells have orders of their own. */
  private static Map<String, Set<String>> words(String said) {
    Map<String, Set<String>> words = new LinkedHashMap<>();
    Set<String> last = new TreeSet<>();
    for (String line : said.lines().map(String::strip).toList()) {
      if (line.startsWith("== ")) {
        last = new TreeSet<>();
        words.put(line, last);
      } else if (!line.isEmpty()) {
        last.add(line);
      }
    }
    return words;
  }

  private static Map<String, Set<String>> words(Map<String, String> offered) {
    Map<String, Set<String>> words = new LinkedHashMap<>();
    offered.forEach(
        (line, all) -> {
          Set<String> each = new TreeSet<>(List.of(all.split(" ")));
          each.remove("");
          words.put(("== " + line).strip(), each);
        });
    return words;
  }

  @ParameterizedTest
  @EnumSource(names = {"BASH", "ZSH", "FISH"})
  void a_script_has_every_command_and_every_option(Shell shell) {
    String script = script(shell.word());
    CommandWord.all(new CommandTree(surroundings()).commandLine(List.of()))
        .forEach(
            command -> {
              command.path().forEach(word -> assertThat(script).contains(word));
              command
                  .spec()
                  .options()
                  .forEach(
                      option ->
                          assertThat(script)
                              .contains(option.longestName().replaceFirst("^--", "")));
            });
  }

  private static IoStreams surroundings() {
    List<IoStreams> seen = new ArrayList<>();
    Session.PLAIN.carryOut(
        surroundings -> {
          seen.add(surroundings);
          return 0;
        });
    return seen.get(0);
  }

  @Test
  void another_shell_is_refused_with_those_that_there_are() {
    Outcome outcome = Session.PLAIN.run("completion", "canary");
    assertThat(outcome.status()).isEqualTo(2);
    assertThat(outcome.err())
        .contains("SHELL: no script for that; expected bash, zsh or fish")
        .doesNotContain("canary");
  }
}
