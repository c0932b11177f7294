package io.telproof.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PhoneNumberParserTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "138 0013 8000",
        "+86 138-0013-8000",
        "8613800138000",
        "008613800138000",
        "+8613800138000",
        "(+86) 138.0013.8000",
        " 138\u201300138000 ",
        "\uff11\uff13\uff18\uff10\uff10\uff11\uff13\uff18\uff10\uff10\uff10",
        "\uff0b86 138 0013 8000",
        "\u202a+8613800138000\u202c"
      })
  void a_number_is_read_as_people_type_it(String typed) {
    assertThat(PhoneNumberParser.read(typed, "CN").e164()).isEqualTo("+8613800138000");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"+990 123-400-000", "+990123400000", "\uff0b990 123400000", "(+990) 123400000"})
  void a_number_behind_a_plus_is_taken_as_it_is_where_no_country_has_its_calling_code(
      String typed) {
    assertThat(PhoneNumberParser.read(typed, "CN").e164()).isEqualTo("+990123400000");
  }

  @ParameterizedTest
  @CsvSource({
    "650 253 0000, US, +16502530000",
    "650 253 0000, us, +16502530000",
    "06 1234 5678, IT, +390612345678",
    "+86 138 0013 8000, US, +8613800138000"
  })
  void a_number_without_a_calling_code_belongs_to_the_region(
      String typed, String region, String e164) {
    assertThat(PhoneNumberParser.read(typed, region).e164()).isEqualTo(e164);
  }

  @Test
  void a_number_that_the_library_calls_invalid_is_asked_about() {
    assertThat(PhoneNumberParser.read("16137688175", "CN").e164()).isEqualTo("+8616137688175");
  }

  /** Lines of Beijing begin as mobile numbers do, and cards of machines have two digits more. */
  @ParameterizedTest
  @CsvSource({"010 1234 5678, +861012345678", "14012345678, +8614012345678"})
  void a_number_of_China_that_can_have_other_lengths_is_asked_about(String typed, String e164) {
    assertThat(PhoneNumberParser.read(typed, "CN").e164()).isEqualTo(e164);
  }

  @Test
  void every_magic_number_is_read_as_it_stands() {
    assertThat(IntStream.range(0, 1000).mapToObj("+8613800138%03d"::formatted))
        .allSatisfy(
            number -> assertThat(PhoneNumberParser.read(number, "CN").e164()).isEqualTo(number));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "00999 1234567             | no country has its calling code",
        "+999 1                    | no country has its calling code, and behind a plus are 5 to 15 digits",
        "+86138001380001           | a mobile number of China has 11 digits",
        "+86 138 0013 800          | a mobile number of China has 11 digits",
        "138 0013 80               | a mobile number of China has 11 digits",
        "10086                     | its area code is missing, or it is a short code",
        "+86138001380001234        | it has too many digits for its country",
        "+1 650 253                | it has too few digits for its country",
        "+49 123456789012345       | it has too many digits for a number",
        "13800138000 13800138001   | it has too many digits; give one number at a time",
        "+86+8613800138000         | it is not digits with an optional plus before them",
        "+86                       | it has too few digits",
        "+                         | it is not digits with an optional plus before them",
        "1                         | it has too few digits",
        "13                        | it has too few digits for its country",
        "+86 1                     | it has too few digits",
        "0086                      | nothing but a prefix for calls abroad is there",
        "1380013800O               | it has a letter or a sign that no number has",
        "138 0013 8000 ext 5       | it has a letter or a sign that no number has",
        "tel:+8613800138000        | it has a letter or a sign that no number has",
        "138 0013 8000#            | it has a letter or a sign that no number has",
        "138*0013*8000             | it has a letter or a sign that no number has",
        "\u5f20\u4e09              | it has a letter or a sign that no number has"
      })
  void what_cannot_be_a_number_is_refused_with_the_reason_and_without_the_number(
      String typed, String reason) {
    assertThatThrownBy(() -> PhoneNumberParser.read(typed, "CN"))
        .isExactlyInstanceOf(UsageException.class)
        .hasMessage("not a phone number: " + reason);
  }

  @Test
  void nothing_is_not_a_number() {
    assertThatThrownBy(() -> PhoneNumberParser.read("", "CN"))
        .isExactlyInstanceOf(UsageException.class)
        .hasMessageStartingWith("not a phone number: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "C", "XX", "China", "86", "\u4e2d\u56fd"})
  void a_region_that_does_not_exist_is_refused(String region) {
    assertThatThrownBy(() -> PhoneNumberParser.read("+8613800138000", region))
        .isExactlyInstanceOf(UsageException.class)
        .hasMessage("--region: no region has these letters; expected two, as in CN");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "13800138000",
        "138 0013 8000",
        "8613800138000",
        "008613800138000",
        "0012015550100",
        "+12015550100",
        "\uff11\uff13\uff18\uff10\uff10\uff11\uff13\uff18\uff10\uff10\uff10"
      })
  void a_number_with_its_country_code_or_a_mobile_number_as_China_writes_it_is_certain(
      String typed) {
    assertThat(PhoneNumberParser.isSurely(PhoneNumberParser.read(typed, "CN"), typed)).isTrue();
  }

  /** Of the United States, of Germany, and lines of China. */
  @ParameterizedTest
  @ValueSource(strings = {"2015550100", "(201) 555-0100", "0151 2345 6789", "010 1234 5678"})
  void a_number_that_could_be_of_another_country_is_not_certain(String typed) {
    assertThat(PhoneNumberParser.isSurely(PhoneNumberParser.read(typed, "CN"), typed)).isFalse();
  }
}
