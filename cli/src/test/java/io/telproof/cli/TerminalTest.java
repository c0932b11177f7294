package io.telproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TerminalTest {
  private static Terminal terminal(String variables, boolean there) {
    Map<String, String> environment = new HashMap<>();
    for (String each : variables.isEmpty() ? new String[0] : variables.split(" ")) {
      environment.put(each.replaceFirst("=.*", ""), each.replaceFirst("[^=]*=", ""));
    }
    return new Terminal(environment, there);
  }

  @ParameterizedTest
  @CsvSource({
    "TERM=xterm, true, true",
    "TERM=xterm, false, false",
    "TERM=dumb, true, false",
    "'', true, false",
    "TERM=xterm NO_COLOR=1, true, false",
    "TERM=xterm NO_COLOR=, true, true",
    "TERM=xterm CLICOLOR=0, true, false",
    "TERM=xterm CLICOLOR=1, true, true",
    "TERM=xterm CLICOLOR=1, false, false",
    "CLICOLOR_FORCE=1, false, true",
    "CLICOLOR_FORCE=0, false, false",
    "CLICOLOR_FORCE=1 CLICOLOR=0, false, true",
    "CLICOLOR_FORCE=1 NO_COLOR=1, true, false"
  })
  void colours_are_for_terminals_and_the_variables_of_the_reader_count(
      String variables, boolean there, boolean colours) {
    assertThat(terminal(variables, there).colour()).isEqualTo(colours);
  }

  @ParameterizedTest
  @CsvSource({
    "'', 80",
    "COLUMNS=, 80",
    "COLUMNS=0, 80",
    "COLUMNS=-5, 80",
    "COLUMNS=wide, 80",
    "COLUMNS=99999, 80",
    "COLUMNS=12, 40",
    "COLUMNS=132, 132"
  })
  void a_line_is_as_long_as_the_terminal_is_wide(String variables, int columns) {
    assertThat(terminal(variables, true).width()).isEqualTo(columns);
  }
}
