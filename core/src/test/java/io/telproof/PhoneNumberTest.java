package io.telproof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PhoneNumberTest {
  private static final long SEED = 20261121;

  @Test
  void any_e164_number_prints_with_four_digits_or_more_hidden() {
    Random random = new Random(SEED);
    for (int i = 0; i < 20_000; i++) {
      String digits = digits(random, 5 + random.nextInt(11));
      String printed = PhoneNumber.of("+" + digits).toString();
      String[] shown = printed.substring(1).split("\\*{4}", -1);
      assertThat(printed).as("seed %d, case %d", SEED, i).matches("\\+[0-9]+\\*{4}[0-9]*");
      assertThat(shown[0].length() + shown[1].length())
          .as("digits shown of %d, seed %d, case %d", digits.length(), SEED, i)
          .isLessThanOrEqualTo(digits.length() - 4);
      assertThat(digits).startsWith(shown[0]).endsWith(shown[1]);
    }
  }

  private static String digits(Random random, int count) {
    StringBuilder digits = new StringBuilder().append(1 + random.nextInt(9));
    while (digits.length() < count) {
      digits.append(random.nextInt(10));
    }
    return digits.toString();
  }

  @ParameterizedTest
  @CsvSource({
    "+8613800138000, +86138****8000",
    "+85261234567, +8526****567",
    "+123456789012345, +12345****2345",
    "+12345, +1****",
    "+123456, +1****6",
  })
  void a_number_prints_masked(String e164, String printed) {
    assertThat(PhoneNumber.of(e164)).hasToString(printed);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "+",
        "13800138000",
        "8613800138000",
        "+0613800138000",
        "+1234",
        "+1234567890123456",
        "+86 13800138000",
        "+86-13800138000",
        " +8613800138000",
        "+8613800138000\n",
        "+86138001380a0",
        "++8613800138000",
        "+８６１３８００１３８０００",
        "+86١٣٨٠٠١٣٨٠٠٠"
      })
  void what_is_not_e164_is_refused_and_not_repeated(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PhoneNumber.of(text))
        .satisfies(e -> assertThat(e.getMessage()).doesNotContainPattern("[0-9]{4,}"));
  }

  @Test
  void a_number_is_made_of_its_country_code_and_national_part() {
    assertThat(PhoneNumber.of(86, "13800138000")).isEqualTo(PhoneNumber.of("+8613800138000"));
  }

  @ParameterizedTest
  @CsvSource({"0, 13800138000", "-86, 13800138000", "86, 138 0013 8000", "86, ''", "86, +138001"})
  void a_country_code_and_a_part_that_make_no_number_are_refused(int code, String national) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PhoneNumber.of(code, national))
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("138"));
  }

  @Test
  void the_national_part_is_given_within_the_number_s_own_country_only() {
    PhoneNumber number = PhoneNumber.of("+8613800138000");
    assertThat(number.nationalNumber(86)).contains("13800138000");
    assertThat(number.nationalNumber(852)).isEmpty();
    assertThat(number.nationalNumber(1)).isEmpty();
  }
}
