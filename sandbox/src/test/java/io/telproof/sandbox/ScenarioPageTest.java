package io.telproof.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class ScenarioPageTest {
  private static final String FROM_HERE = "<!-- The rest is printed from the code. -->\n\n";

  @Test
  void the_table_in_the_documentation_is_printed_from_the_scenarios() throws IOException {
    Path page = Path.of("..", "docs", "sandbox.md");
    String text = Files.readString(page);
    String kept = text.substring(0, text.indexOf(FROM_HERE) + FROM_HERE.length());
    Path wanted = Path.of("target", "sandbox.md");
    Files.writeString(wanted, kept + table());
    assertThat(text)
        .as("docs/sandbox.md is not what the scenarios say: copy %s over it", wanted)
        .isEqualTo(kept + table());
  }

  private static String table() {
    StringBuilder table = new StringBuilder("| SS | what is the case |");
    StringBuilder line = new StringBuilder("|---|---|");
    for (Check check : Check.values()) {
      table.append(' ').append(check.slug()).append(" |");
      line.append("---|");
    }
    table
        .append(" camara: +990123400SSn | twilio: +1AAA55501SS | meta: pre-validated-number |\n")
        .append(line)
        .append("---|---|---|\n");
    for (Scenario scenario : Scenario.values()) {
      table.append("| %02d | %s |".formatted(scenario.number(), scenario.sentence()));
      for (Check check : Check.values()) {
        String answer = scenario.answers(check);
        boolean asUsual =
            scenario != Scenario.PLAIN_GOOD && answer.equals(Scenario.PLAIN_GOOD.answers(check));
        table.append(asUsual ? " |" : " " + answer + " |");
      }
      table
          .append(column(scenario.camara()))
          .append(column(scenario.twilio()))
          .append(column(scenario.meta()))
          .append('\n');
    }
    return table.toString();
  }

  private static String column(String vendor) {
    return vendor.isEmpty() ? " |" : " " + vendor + " |";
  }
}
