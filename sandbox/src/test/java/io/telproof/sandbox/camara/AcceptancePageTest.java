package io.telproof.sandbox.camara;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The page says of CAMARA's scenarios what the tests hold, and of none besides that it is played.
 */
final class AcceptancePageTest {
  private static final Pattern ROW =
      Pattern.compile("^\\| `@([^`]+)` \\| (yes|no)(?:: .+)? \\|$", Pattern.MULTILINE);

  private static List<String> tags(String played) throws IOException {
    return ROW.matcher(Files.readString(Path.of("..", "docs", "sandbox.md")))
        .results()
        .filter(row -> row.group(2).equals(played))
        .map((MatchResult row) -> row.group(1))
        .toList();
  }

  @Test
  void each_scenario_that_is_tested_is_on_the_page_in_its_order() throws IOException {
    assertThat(tags("yes")).containsExactlyElementsOf(Acceptance.tags());
  }

  @Test
  void a_scenario_that_is_not_played_is_not_tested() throws IOException {
    assertThat(tags("no")).isNotEmpty().doesNotContainAnyElementsOf(Acceptance.tags());
  }
}
