package io.telproof.examples.flink;

import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.sandbox.Sandbox;
import io.telproof.sandbox.tencent.TencentVendor;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The commands of the pages, as a reader's shell runs them in the directory of the repository. */
@Tag("flink")
final class RecheckCommandTest {
  private static final Path ROOT = Path.of("..", "..");
  private static final Path FILES = ROOT.resolve("examples/flink/try");
  private static final Pattern BLOCK =
      Pattern.compile("^```\\w*\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);

  @TempDir private Path directory;
  private final Sandbox sandbox = Sandbox.start(new TencentVendor());

  private record Said(int status, String out, String err) {}

  @AfterEach
  void end() {
    sandbox.close();
  }

  @Test
  void the_commands_of_the_examples_own_page_print_what_it_shows() throws Exception {
    List<String> blocks = blocks("examples/flink/README.md");
    // Before it the sandbox is started, and Maven has built what is tested here.
    String commands = blocks.get(1).replaceFirst("mvn .*\\n", "");
    Path configuration = configuration();
    Said said =
        shell(
            commands
                .replace("examples/flink/try/telproof.conf", configuration.toString())
                .replace("examples/flink/target/try", directory.resolve("target").toString()));

    assertThat(said.status()).as(said.err()).isZero();
    String answers = directory.resolve("target").resolve("answers").toString();
    assertThat(said.out().lines().findFirst())
        .contains("recheck: the answers are in " + answers + "/*/part-* when the job has ended");
    assertThat(said.out().lines().skip(1))
        .containsExactlyInAnyOrderElementsOf(blocks.get(2).lines().toList());
    assertThat(said.err().lines())
        .as("warnings alone, and the one that the page speaks of")
        .allMatch(line -> line.startsWith("WARN "))
        .anyMatch(line -> line.startsWith("WARN QuestionFormat: line 5 is left out"));
    assertThat(sandbox.bill().charged()).isEqualTo(4);
  }

  private Path configuration() throws IOException {
    return Files.writeString(
        directory.resolve("telproof.conf"),
        Files.readString(FILES.resolve("telproof.conf"))
            .replace("http://127.0.0.1:8080", sandbox.endpoint().toString())
            .replace("examples/flink/target/try/ledger", '"' + directory.toString() + "/ledger\""));
  }

  @Test
  void the_command_of_the_page_runs_on_files_of_ones_own() throws Exception {
    Files.copy(FILES.resolve("customers.csv"), directory.resolve("customers.csv"));
    Files.writeString(
        directory.resolve("state.key"), "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=");
    Path unused = configuration();
    Said said = shell(inDirectory("customers.csv", "answers", "telproof.conf", "state.key"));

    assertThat(said.status()).as(said.err()).isZero();
    assertThat(sandbox.bill().charged()).isEqualTo(4);
    assertThat(directory.resolve("answers")).isNotEmptyDirectory();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "customers.csv | IN: there is no such file or directory",
        "telproof.conf | CONFIGURATION: there is no such file, or it cannot be read",
        "state.key | STATE-KEY: there is no such file, or it cannot be read",
      })
  void a_file_that_is_missing_is_told_in_a_line_before_there_is_a_job(String file, String says)
      throws Exception {
    for (String name : List.of("customers.csv", "telproof.conf", "state.key")) {
      if (!name.equals(file)) {
        Files.writeString(directory.resolve(name), "");
      }
    }
    assertThat(shell(inDirectory("customers.csv", "answers", "telproof.conf", "state.key")))
        .isEqualTo(new Said(2, "", "recheck: " + says + '\n'));
    assertThat(directory.resolve("answers")).doesNotExist();
  }

  @Test
  void a_word_too_few_is_told_in_a_line() throws Exception {
    String command = command();
    assertThat(shell(command.substring(0, command.lastIndexOf(' '))))
        .isEqualTo(new Said(2, "", "recheck: expected RUN IN OUT CONFIGURATION STATE-KEY\n"));
  }

  /** Without the one that builds, which has built what is tested here. */
  private static String command() throws IOException {
    return blocks("docs/flink.md").stream()
        .filter(block -> block.contains(Recheck.class.getName() + ' '))
        .findFirst()
        .orElseThrow()
        .replaceFirst("mvn .*\\n", "")
        .strip();
  }

  private String inDirectory(String... names) throws IOException {
    String command = command();
    for (String name : names) {
      command = command.replace(' ' + name, " " + directory.resolve(name));
    }
    return command;
  }

  private static List<String> blocks(String page) throws IOException {
    return BLOCK
        .matcher(Files.readString(ROOT.resolve(page)))
        .results()
        .map((MatchResult block) -> block.group(1))
        .toList();
  }

  private Said shell(String commands) throws IOException, InterruptedException {
    Path out = directory.resolve("out");
    Path err = directory.resolve("err");
    ProcessBuilder shell =
        new ProcessBuilder("sh", "-c", "set -e\n" + commands)
            .directory(ROOT.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    // The Java of this test.
    shell
        .environment()
        .merge(
            "PATH",
            System.getProperty("java.home") + "/bin",
            (path, java) -> java + File.pathSeparator + path);
    int status = shell.start().waitFor();
    return new Said(status, Files.readString(out), Files.readString(err));
  }
}
