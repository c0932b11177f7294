package io.telproof.staging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The command refuses what must not be released, before it builds anything. */
final class ReleaseCommandTest {
  private static final Path COMMAND = Path.of("..", "..", "release");

  @TempDir private Path root;

  private record Run(int status, String said) {}

  @BeforeEach
  void copy() throws IOException {
    Files.copy(COMMAND, root.resolve("release"));
    Files.writeString(root.resolve("CHANGELOG.md"), "# Changes\n\n## 1.2.3 (unreleased)\n");
  }

  private Run run(List<String> command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .directory(root.toFile())
            .redirectErrorStream(true)
            .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
            .start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    return new Run(process.waitFor(), said);
  }

  private Run release(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("bash", "release"));
    command.addAll(List.of(arguments));
    return run(command);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1.2.3-SNAPSHOT | 1.2.3-SNAPSHOT is a snapshot, which is not released: write 1.2.3",
        "1.2            | a version has three numbers",
        "1.2.4          | CHANGELOG.md has no heading \"## 1.2.4\"",
        "1x2x3          | a version has three numbers",
        "--sing         | there is no option --sing"
      })
  void a_version_that_is_none_is_refused(String argument, String sentence) throws Exception {
    Run run = release(argument);
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.said()).startsWith("release: ").contains(sentence).hasLineCount(1);
  }

  @Test
  void without_a_version_it_says_where_to_read_on() throws Exception {
    assertThat(release().said())
        .isEqualToIgnoringNewLines("release: which version? See ./release --help");
  }

  @Test
  void sources_that_are_not_committed_are_refused_by_their_names() throws Exception {
    run(List.of("git", "init", "--quiet"));
    Run run = release("1.2.3");
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.said()).contains("what is not committed").contains("?? CHANGELOG.md");
  }

  @Test
  void sources_that_are_no_clone_are_refused() throws Exception {
    Run run = release("1.2.3");
    assertThat(run.status()).isEqualTo(2);
    assertThat(run.said()).contains("a release is made from a clone of the repository");
  }

  @Test
  void the_help_names_each_option() throws Exception {
    Run run = release("--help");
    assertThat(run.status()).isZero();
    assertThat(run.said()).contains("--sign KEY", "--with-tests", "--into FOLDER", "--trial");
  }
}
