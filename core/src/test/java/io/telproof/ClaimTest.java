package io.telproof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

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
        .extracting(claim -> claim.idNumber().reveal())
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
    assertThat(IdentityClaim.of(NUMBER, "name", idNumber).idNumber().reveal()).isEqualTo(idNumber);
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
    assertThat(claim.idNumber().reveal()).isEqualTo(ID);
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
    assertThat(claim.idNumber().reveal()).isEqualTo(idNumber);
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
}
