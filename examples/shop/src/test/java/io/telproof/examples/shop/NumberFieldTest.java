package io.telproof.examples.shop;

import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.PhoneNumber;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What docs/phone-numbers.md says of its class is so. */
final class NumberFieldTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "138 0013 8000",
        "0086 138-0013-8000",
        "+86 (138) 0013.8000",
        "86 138 0013 8000",
        "\uff11\uff13\uff18\uff10\uff10\uff11\uff13\uff18\uff10\uff10\uff10"
      })
  void a_number_is_read_as_people_type_it(String typed) {
    assertThat(NumberField.read(typed, "CN")).contains(PhoneNumber.of("+8613800138000"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+1 800 FLOWERS",
        "13800138000#5",
        "110",
        "+49 123456789012345",
        "+990123400",
        "13800138000 / 13800138001",
        ""
      })
  void what_can_be_no_number_is_refused(String typed) {
    assertThat(NumberField.read(typed, "CN")).isEmpty();
  }

  @Test
  void a_digit_that_is_missing_can_get_through() {
    assertThat(NumberField.read("1380013800", "CN")).contains(PhoneNumber.of("+861380013800"));
  }

  @Test
  void a_test_number_of_no_country_is_taken_by_the_number_itself() {
    assertThat(PhoneNumber.of("+990123400").e164()).isEqualTo("+990123400");
  }
}
