package io.telproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

final class LineBreaksTest {
  private static final List<String> PIECES =
      List.of(
          "a",
          "number",
          "--ask-again",
          " ",
          "  ",
          "中",
          "国移动",
          "，",
          "e\u0301",
          "\ud842\udfb7",
          "x/y",
          ".");

  @Test
  void a_line_ends_where_a_word_does() {
    assertThat(LineBreaks.texts("ask the vendor again", 10))
        .containsExactly("ask the", "vendor", "again");
  }

  @Test
  void the_words_of_a_command_are_not_parted_at_their_hyphens() {
    assertThat(LineBreaks.texts("start --ask-again-in-doubt", 24))
        .containsExactly("start", "--ask-again-in-doubt");
  }

  @Test
  void chinese_goes_on_where_the_line_is_full_but_never_with_a_comma() {
    assertThat(LineBreaks.texts("号码不存在，请检查号码", 10)).containsExactly("号码不存", "在，请检查", "号码");
  }

  @Test
  void a_word_that_is_longer_than_a_line_is_broken_where_the_line_ends() {
    assertThat(LineBreaks.texts("id 0123456789abcdef", 8))
        .containsExactly("id", "01234567", "89abcdef");
  }

  @RepeatedTest(200)
  void no_line_is_too_wide_and_nothing_but_blanks_is_lost(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    StringBuilder made = new StringBuilder();
    for (int i = random.nextInt(40); i >= 0; i--) {
      made.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    String text = made.toString();
    int width = 2 + random.nextInt(30);
    List<String> lines = LineBreaks.texts(text, width);
    assertThat(lines).isNotEmpty().allMatch(line -> DisplayWidth.of(line) <= width);
    assertThat(String.join("", lines).replace(" ", "")).isEqualTo(text.replace(" ", ""));
  }
}
