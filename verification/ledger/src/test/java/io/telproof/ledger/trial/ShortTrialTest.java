package io.telproof.ledger.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each scene with so few questions that it takes seconds, by the command of the page. What holds,
 * holds on any machine.
 */
@Tag("kills")
@Tag("postgresql-away")
@Timeout(600)
final class ShortTrialTest {
  private static final Path ROOT = Path.of("..", "..");

  /** Behind the one that builds, which has built what is tested here. */
  private static final Pattern COMMAND =
      Pattern.compile("^java -D(.*\\\\\\n)+.*\\.Trial .*$", Pattern.MULTILINE);

  @Test
  void nothing_is_left_out_of_the_ledger_where_processes_and_their_postgresql_are_killed(
      @TempDir Path directory) throws Exception {
    Matcher command = COMMAND.matcher(Files.readString(ROOT.resolve("docs/ledger-trial.md")));
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
    assertThat(said).endsWith("It held.\n");
    assertThat(Scenes.NAMES).allSatisfy(scene -> judge(row(said, scene), scene));
  }

  private static List<String> row(String said, String scene) {
    return said.lines()
        .filter(line -> line.startsWith("| " + scene + " |"))
        .findFirst()
        .map(line -> List.of(line.split(" *\\| *", -1)))
        .orElseThrow();
  }

  /** That something was at stake: without kills and lost replies, all of it holds by itself. */
  private static void judge(List<String> row, String scene) {
    boolean onServer = !scene.startsWith("file");
    assertThat(row.get(4)).as(scene + ": kills").isEqualTo(onServer ? "1, 1" : "1, 0");
    assertThat(Long.parseLong(row.get(9))).as(scene + ": charged").isPositive();
    assertThat(row.get(16)).as(scene + ": how they ended").contains("FRESH=", "RECORDED=");
    if (!scene.equals("same-keys")) {
      assertThat(row.get(10)).as(scene + ": perhaps charged").doesNotStartWith("0:");
    }
  }
}
