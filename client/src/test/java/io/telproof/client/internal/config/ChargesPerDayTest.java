package io.telproof.client.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChargesPerDayTest {
  @ParameterizedTest
  @ValueSource(strings = {"1/day", "100/day", "999999999/day"})
  void an_allowance_prints_as_it_is_written(String text) {
    assertThat(ChargesPerDay.of(text)).hasToString(text);
  }

  @Test
  void an_allowance_is_a_number_of_charges() {
    assertThat(ChargesPerDay.of("250/day").charges()).isEqualTo(250);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "100",
        "/day",
        "0/day",
        "-1/day",
        "007/day",
        "1.5/day",
        "1e3/day",
        "100 /day",
        "100/ day",
        " 100/day",
        "100/day ",
        "100/Day",
        "100/days",
        "100/hour",
        "1000000000/day",
        "99999999999999999999/day",
        "١/day"
      })
  void what_is_written_otherwise_is_refused_with_an_example(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ChargesPerDay.of(text))
        .withMessage(
            "expected a number of charges a day, from 1/day to 999999999/day, as in 100/day");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
  void there_is_no_allowance_of_nothing(int charges) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ChargesPerDay(charges))
        .withMessageContaining("1 or more");
  }
}
