package io.telproof.spring;

import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.client.Problem;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Somebody mends a file from its top to its end. */
final class ProblemOrderTest {
  private static final String FILE = "class path resource [application.yml]";

  private static List<String> sorted(String... places) {
    return ProblemOrder.of(Stream.of(places).map(each -> new Problem("a", each, "b")).toList())
        .stream()
        .map(Problem::where)
        .toList();
  }

  @Test
  void problems_come_by_file_and_line_and_those_of_no_file_at_the_end() {
    assertThat(
            sorted(
                "environment variable TELPROOF_X",
                FILE + ": 10",
                "command line, --telproof.x",
                "class path resource [application-prod.yml]: 30",
                FILE + ": 9",
                FILE + ": 2, " + FILE + ": 40"))
        .containsExactly(
            "class path resource [application-prod.yml]: 30",
            FILE + ": 2, " + FILE + ": 40",
            FILE + ": 9",
            FILE + ": 10",
            "command line, --telproof.x",
            "environment variable TELPROOF_X");
  }

  @Test
  void those_of_one_line_stay_as_they_were() {
    Problem first = new Problem("z", FILE + ": 4", "is missing");
    Problem second = new Problem("a", FILE + ": 4", "is missing");
    assertThat(ProblemOrder.of(List.of(first, second))).containsExactly(first, second);
  }
}
