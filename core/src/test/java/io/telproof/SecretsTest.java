package io.telproof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {
  private static final PhoneNumber NUMBER = PhoneNumber.of("+8613912340007");
  private static final String CANARY = "canary0815";

  static Stream<Object> holders() {
    return Stream.of(
        Sensitive.of(CANARY),
        NUMBER,
        EmailAddress.of(CANARY + "@example.com"),
        IdentityClaim.of(NUMBER, CANARY, CANARY),
        CodeClaim.of(NUMBER, CANARY),
        new CodeClaim(NUMBER, Sensitive.of(CANARY), Optional.of(CANARY)),
        new CodeDispatch(Optional.of(CANARY), Optional.empty()),
        PreValidatedClaim.of(NUMBER, CANARY),
        TenureQuery.of(NUMBER, 6),
        new PreValidatedId(CANARY, Optional.of("13912340007")));
  }

  @ParameterizedTest
  @MethodSource("holders")
  void whatever_holds_a_person_s_data_prints_without_it(Object holder) {
    assertThat(holder.toString()).doesNotContain(CANARY, "13912340007", "1234");
  }

  @Test
  void a_sensitive_text_has_one_way_out() {
    assertThat(Sensitive.of(CANARY)).hasToString("***").isEqualTo(Sensitive.of(CANARY));
    assertThat(Sensitive.of(CANARY).reveal()).isEqualTo(CANARY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "\n\t"})
  void a_sensitive_text_is_never_blank(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> Sensitive.of(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "canary0815", "@x", "canary0815@", "canary0815@a@b", "canary 0815@x", "a@b\n"})
  void what_is_no_email_address_is_refused_and_not_repeated(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EmailAddress.of(text))
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("canary"));
  }

  @Test
  void an_email_address_is_254_characters_at_most() {
    String local = "a".repeat(64);
    assertThat(EmailAddress.of(local + "@" + "b".repeat(189)).address()).hasSize(254);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EmailAddress.of(local + "@" + "b".repeat(190)));
  }

  @Test
  void half_a_character_is_refused_before_it_could_reach_a_vendor_as_a_question_mark() {
    for (String half : new String[] {"韦\uD83D", "\uDE00宝", "a\uDE00\uD83Db"}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Sensitive.of(half))
          .withMessageContaining("half a character")
          .withMessageNotContaining(half);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> EmailAddress.of(half + "@example.com"))
          .withMessageNotContaining(half);
    }
    assertThat(Sensitive.of("𠮷").reveal()).isEqualTo("𠮷");
  }
}
