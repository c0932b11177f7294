package io.telproof.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ScenarioTest {

  @ParameterizedTest
  @EnumSource(Scenario.class)
  void each_scenario_is_found_by_each_of_its_ten_numbers_and_by_its_address(Scenario scenario) {
    for (int digit = 0; digit <= 9; digit++) {
      String number = scenario.phoneNumber(digit);
      assertThat(number).matches("\\+8613800138\\d{3}");
      MagicNumber magic = new MagicNumber(scenario, digit);
      assertThat(MagicNumber.of(number)).isEqualTo(magic);
      assertThat(MagicNumber.of(number.substring(1))).isEqualTo(magic);
      assertThat(MagicNumber.of(number.substring(3))).isEqualTo(magic);
      String camara = scenario.camaraNumber(digit);
      assertThat(camara).matches("\\+990123400\\d{3}").endsWith(number.substring(11));
      assertThat(MagicNumber.of(camara)).isEqualTo(magic);
      assertThat(MagicNumber.of(camara.substring(1))).isEqualTo(magic);
      String american = scenario.usNumber(digit);
      assertThat(american).matches("\\+12\\d\\d55501\\d\\d");
      assertThat(MagicNumber.of(american)).isEqualTo(magic);
      assertThat(MagicNumber.of(american.substring(1))).isEqualTo(magic);
      assertThat(MagicNumber.of(american.substring(2))).isEqualTo(magic);
    }
    assertThat(MagicNumber.of(scenario.emailAddress())).isEqualTo(new MagicNumber(scenario, 0));
  }

  @ParameterizedTest
  @EnumSource(Scenario.class)
  void each_scenario_says_what_it_is_and_what_each_check_answers(Scenario scenario) {
    assertThat(scenario.sentence()).endsWith(".").hasSizeGreaterThan(10);
    assertThat(scenario.slug()).matches("[a-z0-9]+(-[a-z0-9]+)*");
    for (Check check : Check.values()) {
      assertThat(scenario.answers(check)).as(check.slug()).isNotBlank();
    }
  }

  @Test
  void no_number_stands_for_two_scenarios() {
    assertThat(Arrays.stream(Scenario.values()).map(Scenario::number))
        .doesNotHaveDuplicates()
        .allMatch(number -> number >= 0 && number <= 99);
    assertThat(Scenario.values()).isSortedAccordingTo((a, b) -> a.number() - b.number());
  }

  @Test
  void every_fault_but_those_that_need_a_second_request_has_a_magic_number() {
    assertThat(Arrays.stream(Scenario.values()).flatMap(scenario -> scenario.fault().stream()))
        .doesNotHaveDuplicates()
        .hasSize(Fault.values().length - 5)
        .doesNotContain(
            Fault.CLOSE_AFTER_REPLY,
            Fault.SECOND_REPLY,
            Fault.SECOND_REPLY_LATER,
            Fault.UNASKED_408,
            Fault.MORE_THAN_ANNOUNCED);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+8613800138190",
        "18912345678",
        "+4915112345678",
        "",
        "1380013800",
        "138001380000",
        "+990123400190",
        "+86990123400010",
        "+12045550101",
        "+12015550201",
        "+442015550101",
        "x"
      })
  void a_contact_outside_the_table_is_plainly_good(String contact) {
    assertThat(MagicNumber.of(contact).scenario()).isEqualTo(Scenario.PLAIN_GOOD);
  }

  @Test
  void the_last_digit_counts_outside_the_table_too() {
    assertThat(MagicNumber.of("18912345678").digit()).isEqualTo(8);
    assertThat(MagicNumber.of("someone@example.com").digit()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "scenario-83@example.com, ALREADY_VERIFIED, 0",
    "scenario-805@example.com, CODE_WRONG, 5",
    "scenario-84-anything.else@example.com, SENDING_LIMITED, 0",
    "Scenario-84@Example.com, SENDING_LIMITED, 0",
    "scenario-84@example.org, PLAIN_GOOD, 0",
    "scenario-8@example.com, PLAIN_GOOD, 0",
  })
  void an_address_names_its_scenario(String address, Scenario scenario, int digit) {
    assertThat(MagicNumber.of(address)).isEqualTo(new MagicNumber(scenario, digit));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 10})
  void a_last_digit_is_a_digit(int digit) {
    assertThatThrownBy(() -> Scenario.PLAIN_GOOD.phoneNumber(digit))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expected 0 to 9");
    assertThatThrownBy(() -> Scenario.PLAIN_GOOD.usNumber(digit))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expected 0 to 9");
  }
}
