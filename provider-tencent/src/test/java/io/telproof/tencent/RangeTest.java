package io.telproof.tencent;

import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.Certainty;
import io.telproof.Tenure;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RangeTest {
  @ParameterizedTest(name = "{0} is from {1}, less than {2}")
  @CsvSource(
      delimiter = '|',
      value = {
        "[24,+)   | 24 | +",
        "[23,+)   | 23 | +",
        "[0,3)    |  0 | 3",
        "[3,6)    |  3 | 6",
        "(24,+]   | 24 | +",
        "(23,+]   | 23 | +",
        "(3,6]    |  3 | 7",
        "(3,6)    |  3 | 6",
        "[3,6]    |  3 | 7",
        "[24,+]   | 24 | +",
        "(24,+)   | 24 | +",
        " [ 3 , 6 ) | 3 | 6",
      })
  void an_interval_is_read_in_whole_months(String text, int from, String to) {
    Tenure expected =
        to.equals("+") ? Tenure.from(from) : Tenure.between(from, Integer.parseInt(to));
    assertThat(Range.parse(text)).contains(expected);
  }

  @ParameterizedTest(name = "«{0}»")
  @ValueSource(
      strings = {
        "",
        "24",
        "24+",
        "[24",
        "[24,",
        "[24,+",
        "24,+)",
        "[a,b)",
        "[-1,3)",
        "[3,3)",
        "[6,3)",
        "[3,6)x",
        "x[3,6)",
        "[3;6)",
        "[3,6,9)",
        "[,6)",
        "[3,)",
        "[3.5,6)",
        "[99999,+)",
        "{3,6}",
        "[+,3)",
        "[3,++)"
      })
  void any_other_text_is_no_interval(String text) {
    assertThat(Range.parse(text)).isEmpty();
  }

  @Test
  void what_is_read_never_claims_more_than_the_text_says() {
    long seed = 20261121;
    Random random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      int a = random.nextInt(60);
      boolean open = random.nextInt(4) == 0;
      int b = a + 1 + random.nextInt(24);
      boolean fromIncluded = random.nextBoolean();
      boolean toIncluded = random.nextBoolean();
      String text =
          (fromIncluded ? "[" : "(") + a + "," + (open ? "+" : b) + (toIncluded ? "]" : ")");
      // A tenure in hundredths of a month that the text allows.
      int last = open ? 10_000 : b * 100 - (toIncluded ? 0 : 1);
      int first = a * 100 + (fromIncluded ? 0 : 1);
      int real = first + random.nextInt(last - first + 1);
      int months = random.nextInt(90);

      Certainty says = Range.parse(text).orElseThrow().atLeast(months);

      if (says == Certainty.YES) {
        assertThat(real)
            .as("%s, %d months, seed %d", text, months, seed)
            .isGreaterThanOrEqualTo(months * 100);
      } else if (says == Certainty.NO) {
        assertThat(real).as("%s, %d months, seed %d", text, months, seed).isLessThan(months * 100);
      }
    }
  }
}
