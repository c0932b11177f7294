package io.telproof.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DisplayWidthTest {
  @ParameterizedTest
  @CsvSource({
    "'', 0",
    "tenure, 6",
    "\u00e9, 1",
    "e\u0301, 1",
    "中国移动, 8",
    "（中）, 6",
    "ｱ, 1",
    "ア, 2",
    "한국, 4",
    "\u1112\u1161\u11ab, 2",
    "\ud842\udfb7, 2",
    "\ud83d\ude00, 2",
    "…, 1",
    "–, 1",
    "a中b, 4"
  })
  void a_character_of_the_far_east_takes_two_columns_and_a_mark_none(String text, int columns) {
    assertThat(DisplayWidth.of(text)).isEqualTo(columns);
  }

  @Test
  void every_ideograph_and_every_syllable_of_korean_takes_two_columns() {
    assertThat(IntStream.rangeClosed(0, Character.MAX_CODE_POINT))
        .filteredOn(
            point ->
                Character.UnicodeScript.of(point) == Character.UnicodeScript.HAN
                    && Character.isLetter(point))
        .hasSizeGreaterThan(80_000)
        .allMatch(DisplayWidth::isWide);
    assertThat(IntStream.rangeClosed(0xac00, 0xd7a3)).allMatch(DisplayWidth::isWide);
  }

  @Test
  void letters_of_the_west_take_one_column() {
    assertThat(IntStream.rangeClosed(0x20, 0x2ff))
        .allMatch(point -> point == 0xad || DisplayWidth.of(point) == 1);
  }
}
