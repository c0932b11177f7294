package io.telproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Whatever stands in a text of help, the manual prints it, and takes none of it for a request. */
final class RoffTest {
  private static final List<String> PIECES =
      List.of(
          ".",
          "'",
          "\\",
          "\\fB",
          "\"",
          "-",
          "--json",
          "`",
          "^",
          "~",
          "\n.so /etc/passwd\n",
          "\t",
          "中",
          "…",
          "\ud83d\ude00",
          "é",
          "a b",
          "\\\"",
          "\\(co",
          "%n",
          " ",
          "{\"name\":…}");

  private static final Pattern ESCAPE =
      Pattern.compile("\\\\(?:&|e|-|\\((?<sign>..)|\\[u(?<code>[0-9A-F]{4,6})])");

  private static final Map<String, String> SIGNS =
      Map.of("dq", "\"", "aq", "'", "ga", "`", "ha", "^", "ti", "~");

  private static String made(Random random) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(12); i >= 0; i--) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return text.toString();
  }

  /** As roff reads it. */
  private static String read(String line) {
    Matcher escape = ESCAPE.matcher(line);
    StringBuilder read = new StringBuilder();
    while (escape.find()) {
      String means =
          switch (line.charAt(escape.start() + 1)) {
            case '&' -> "";
            case 'e' -> "\\";
            case '-' -> "-";
            case '(' -> SIGNS.getOrDefault(escape.group("sign"), "unknown");
            default -> Character.toString(Integer.parseInt(escape.group("code"), 16));
          };
      escape.appendReplacement(read, Matcher.quoteReplacement(means));
    }
    return escape.appendTail(read).toString();
  }

  @RepeatedTest(300)
  void a_text_is_one_line_that_is_read_as_it_was_given(RepetitionInfo repetition) {
    String text = made(new Random(repetition.getCurrentRepetition()));
    String line = new Roff().text(text).toString();
    assertThat(line).endsWith("\n").hasLineCount(1).matches("\\\\&[\\x20-\\x7e]*\n");
    assertThat(line.replaceAll(ESCAPE.pattern(), "")).doesNotContain("\\");
    assertThat(read(line).strip()).isEqualTo(text.replaceAll("\\p{Cntrl}", " ").strip());
  }

  @RepeatedTest(100)
  void an_argument_of_a_request_ends_where_it_should(RepetitionInfo repetition) {
    String text = made(new Random(repetition.getCurrentRepetition()));
    String line = new Roff().macro("B", text).toString();
    assertThat(line).hasLineCount(1).startsWith(".B \"").endsWith("\"\n");
    assertThat(line.chars().filter(sign -> sign == '"')).hasSize(2);
  }
}
