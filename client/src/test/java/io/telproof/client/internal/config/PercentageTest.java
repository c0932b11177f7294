package io.telproof.client.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PercentageTest {
  @ParameterizedTest
  @CsvSource({
    "5%, 0.05, 5%",
    "100%, 1, 100%",
    "0.5%, 0.005, 0.5%",
    "12.50%, 0.125, 12.5%",
    "10%, 0.1, 10%",
    "0.000001%, 1e-8, 0.000001%"
  })
  void a_share_is_a_fraction_and_prints_as_percent(String text, double fraction, String printed) {
    assertThat(Percentage.of(text).fraction()).isEqualTo(fraction);
    assertThat(Percentage.of(text)).hasToString(printed);
  }

  @Test
  void the_same_share_is_equal_however_it_is_written() {
    assertThat(Percentage.of("5.00%"))
        .isEqualTo(Percentage.of("5%"))
        .hasSameHashCodeAs(Percentage.of("5%"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0%", "0.0%", "100.000001%", "101%", "999%"})
  void nothing_and_more_than_all_are_refused(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Percentage.of(text))
        .withMessage("expected more than 0% and at most 100%, as in 5%");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "%",
        "5",
        "0.05",
        "-5%",
        "+5%",
        "5 %",
        " 5%",
        "5%%",
        "5.%",
        ".5%",
        "05%",
        "5,0%",
        "1e1%",
        "1000%",
        "0.0000001%",
        "five%"
      })
  void what_is_no_percentage_is_refused_with_an_example(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Percentage.of(text))
        .withMessage("expected a share in percent, with at most six decimals, as in 5% or 0.5%");
  }
}
