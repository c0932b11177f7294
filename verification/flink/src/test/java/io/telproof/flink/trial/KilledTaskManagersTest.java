package io.telproof.flink.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The short form of the trial, by the command of the page. */
@Tag("flink")
final class KilledTaskManagersTest {
  private static final Path ROOT = Path.of("..", "..");

  /** Behind the one that builds, which has built what is tested here. */
  private static final Pattern COMMAND =
      Pattern.compile("^java -cp .*\\\\\\n.*\\.FlinkTrial .*$", Pattern.MULTILINE);

  @Test
  void a_job_whose_task_managers_are_killed_is_billed_for_nothing_twice(@TempDir Path directory)
      throws Exception {
    Matcher command = COMMAND.matcher(Files.readString(ROOT.resolve("docs/flink.md")));
    assertThat(command.find()).isTrue();
    File out = directory.resolve("out").toFile();
    ProcessBuilder shell =
        new ProcessBuilder("sh", "-c", command.group())
            .directory(ROOT.toFile())
            .redirectErrorStream(true)
            .redirectOutput(out);
    // The Java of this test.
    String java = System.getProperty("java.home") + "/bin";
    shell.environment().merge("PATH", java, (path, first) -> first + File.pathSeparator + path);
    int status = shell.start().waitFor();

    String said = Files.readString(out.toPath());
    assertThat(status).as(said).isZero();
    assertThat(said.lines().filter(line -> line.startsWith("| kill_")))
        .as("with aligned checkpoints, and with unaligned ones")
        .hasSize(2)
        .as("killed once, and what was promised held")
        .allMatch(line -> line.matches("\\|([^|]*\\|){6} 1 \\|.*\\| true \\|"));
  }
}
