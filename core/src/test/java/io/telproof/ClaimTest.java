package io.telproof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is certain of a text that a person typed is put right before anybody is asked. */
class ClaimTest {
  private static final PhoneNumber NUMBER = PhoneNumber.of("+8613800138000");
  private static final String ID = "11010119900307000X";

  @Test
  void the_final_x_of_a_resident_identity_number_is_a_capital() {
    assertThat(IdentityClaim.of(NUMBER, "name", "11010119900307000x"))
        .isEqualTo(IdentityClaim.of(NUMBER, "name", ID))
        .extracting(claim -> claim.idNumber().orElseThrow().reveal())
        .isEqualTo(ID);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x",
        "123x",
        "1101011990030700x",
        "110101199003070000x",
        "1101011990030700xx",
        "abcdefghijklmnopqx"
      })
  void an_x_that_may_be_another_documents_is_left_as_it_is(String idNumber) {
    assertThat(IdentityClaim.of(NUMBER, "name", idNumber).idNumber().orElseThrow().reveal())
        .isEqualTo(idNumber);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        " ", "\t", "\r\n", "\u00a0", "\u3000", "\u2007", "\u2028", "\u200b", "\ufeff", "\u200f"
      })
  void white_space_around_what_a_person_typed_is_left_out(String blank) {
    IdentityClaim claim =
        IdentityClaim.of(NUMBER, blank + "张三" + blank + blank, blank + ID + blank);
    assertThat(claim.name().reveal()).isEqualTo("张三");
    assertThat(claim.idNumber().orElseThrow().reveal()).isEqualTo(ID);
    assertThat(claim).isEqualTo(IdentityClaim.of(NUMBER, "张三", ID));
    assertThat(CodeClaim.of(NUMBER, blank + "123456" + blank))
        .isEqualTo(CodeClaim.of(NUMBER, "123456"));
    assertThat(PreValidatedClaim.of(NUMBER, blank + "code" + blank))
        .isEqualTo(PreValidatedClaim.of(NUMBER, "code"));
  }

  @ParameterizedTest
  @CsvSource({
    "John Smith, A 1234 567",
    "买买提·艾力, H12345678(9)",
    "نام\u200cخانوادگی, 110101 19900307 0000",
    "葛\udb40\udd00, ０"
  })
  void what_stands_inside_is_sent_as_it_was_typed(String name, String idNumber) {
    IdentityClaim claim = IdentityClaim.of(NUMBER, name, idNumber);
    assertThat(claim.name().reveal()).isEqualTo(name);
    assertThat(claim.idNumber().orElseThrow().reveal()).isEqualTo(idNumber);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\u00a0", "\u200b\ufeff", "\u3000\n"})
  void a_text_of_white_space_alone_is_empty(String blank) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Sensitive.of(blank))
        .withMessage("a sensitive text cannot be empty");
    assertThatIllegalArgumentException().isThrownBy(() -> IdentityClaim.of(NUMBER, blank, ID));
    assertThatIllegalArgumentException().isThrownBy(() -> CodeClaim.of(NUMBER, blank));
  }

  @Test
  void a_handle_is_kept_to_the_letter() {
    assertThat(new CodeClaim(NUMBER, Sensitive.of("123456"), Optional.of(" handle ")).handle())
        .contains(" handle ");
  }

  @Test
  void a_claim_of_a_name_alone_has_no_identity_number() {
    IdentityClaim claim = IdentityClaim.of(NUMBER, " 张三 ");
    assertThat(claim.name().reveal()).isEqualTo("张三");
    assertThat(claim.idNumber()).isEmpty();
    assertThat(claim.withIdNumber(ID)).isEqualTo(IdentityClaim.of(NUMBER, "张三", ID));
  }

  @Test
  void the_parts_of_a_name_and_a_birth_date_are_added_and_printed_masked() {
    IdentityClaim claim =
        IdentityClaim.of(NUMBER, "Ada Lovelace")
            .withNameParts("Ada ", " Lovelace")
            .withBirthDate(LocalDate.of(1990, 1, 31));
    assertThat(claim.givenName().orElseThrow().reveal()).isEqualTo("Ada");
    assertThat(claim.familyName().orElseThrow().reveal()).isEqualTo("Lovelace");
    assertThat(claim.birthDate().orElseThrow().reveal()).isEqualTo("1990-01-31");
    assertThat(claim.toString()).doesNotContain("Ada", "Lovelace", "1990", "138001380");
  }

  @Test
  void one_part_of_a_name_is_not_enough() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new IdentityClaim(
                    NUMBER,
                    Sensitive.of("Ada Lovelace"),
                    Optional.empty(),
                    Optional.of(Sensitive.of("Ada")),
                    Optional.empty(),
                    Optional.empty()))
        .withMessage("a given name and a family name are given together");
  }

  @ParameterizedTest
  @ValueSource(strings = {"19900131", "31.01.1990", "1990-02-30", "1990-1-31"})
  void a_birth_date_that_is_no_day_is_refused_without_repeating_it(String typed) {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new IdentityClaim(
                    NUMBER,
                    Sensitive.of("Ada"),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of(Sensitive.of(typed))))
        .withMessage("a birth date is a day as in 1990-01-31")
        .withNoCause();
  }

  @Test
  void a_bought_number_may_come_without_a_code() {
    assertThat(PreValidatedClaim.of(NUMBER).purchaseCode()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT0S", "PT59M", "PT90M", "PT2401H", "-PT1H"})
  void a_sim_swap_is_asked_for_in_whole_hours(String within) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SimSwapQuery.of(NUMBER, Duration.parse(within)))
        .withMessageContaining("1 to 2400 whole hours");
    assertThat(SimSwapQuery.of(NUMBER, Duration.ofDays(100)).within().toHours()).isEqualTo(2400);
  }
}
