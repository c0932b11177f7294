package io.telproof.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.typesafe.config.ConfigFactory;
import io.telproof.Answer;
import io.telproof.Attempt;
import io.telproof.Charge;
import io.telproof.CodeClaim;
import io.telproof.CodeDispatch;
import io.telproof.FailureKind;
import io.telproof.Gap;
import io.telproof.PhoneNumber;
import io.telproof.Receipt;
import io.telproof.VerificationException;
import io.telproof.spi.CheckType;
import io.telproof.spi.time.HandTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Routes of what one provider knows and no other does: a code that it sent. */
class CodeRoutesTest {
  private static final PhoneNumber NUMBER = PhoneNumber.of("+8613800138000");
  private static final CodeClaim CLAIM = CodeClaim.of(NUMBER, "123456");
  private static final String BOTH =
      "telproof.routes { code-delivery = [main, ali], code-verification = [main, ali] }";

  private final HandTime time = new HandTime("2026-01-01T00:00:00Z");
  private final ScriptedProvider main = new ScriptedProvider("main", time, time::advance);
  private final ScriptedProvider ali = new ScriptedProvider("ali", time, time::advance);

  private Telproof open(String routes) {
    return Telproof.builder(ConfigFactory.parseString(routes))
        .time(time)
        .only(List.of())
        .provider(main)
        .provider(ali)
        .open();
  }

  private List<Problem> problems(String routes) {
    return catchThrowableOfType(ConfigurationException.class, () -> open(routes)).problems();
  }

  @Test
  void codes_are_sent_and_checked_by_the_same_providers_or_the_client_does_not_open() {
    assertThat(problems("telproof.routes { code-delivery = main, code-verification = ali }"))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.path()).isEqualTo("telproof.routes.code-verification");
              assertThat(problem.says()).contains("sent by main").contains("checked by ali");
            });
    assertThat(
            problems(
                "telproof.routes { code-delivery = [main, ali], code-verification = [ali, main] }"))
        .singleElement()
        .satisfies(problem -> assertThat(problem.says()).contains("sent by main, then ali"));
  }

  @ParameterizedTest
  @CsvSource({"CODE_DELIVERY", "CODE_VERIFICATION", "PRE_VALIDATED_NUMBER"})
  void what_only_its_provider_knows_has_no_shadow_and_waits_for_nobody_else(CheckType check) {
    assertThat(
            problems(
                "telproof.routes." + check.key() + " { primary = [main, ali], max-wait = 1s }"))
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.path()).endsWith(".max-wait");
              assertThat(problem.says()).contains("the provider that serves the number is asked");
            });
    assertThat(
            problems(
                "telproof.routes."
                    + check.key()
                    + " { primary = main, shadow = ali, sample = 5%, budget = 9/day }"))
        .singleElement()
        .satisfies(problem -> assertThat(problem.says()).contains("cannot be asked twice"));
  }

  @Test
  void a_code_is_sent_and_checked_by_the_provider_of_the_route_that_serves_the_number() {
    try (Telproof telproof = open(BOTH)) {
      main.servesNot().servesNot();
      Receipt sent = telproof.codeDelivery().check(NUMBER).receipt();
      assertThat(sent.provider()).isEqualTo("ali");
      assertThat(sent.earlier()).extracting(Attempt::provider).containsExactly("main");
      assertThat(telproof.codeVerification().check(CLAIM).receipt().provider()).isEqualTo("ali");
      assertThat(telproof.codeDelivery().check(NUMBER).receipt().provider()).isEqualTo("main");
    }
  }

  @Test
  void a_code_whose_number_a_vendor_was_asked_about_in_vain_is_not_sent_by_another() {
    try (Telproof telproof = open(BOTH)) {
      main.lacks(Gap.NOT_COVERED, Charge.FREE);
      Answer<CodeDispatch> answer = telproof.codeDelivery().check(NUMBER);
      assertThat(answer).isInstanceOf(Answer.Unknown.class);
      assertThat(answer.receipt().provider()).isEqualTo("main");
      assertThat(ali.asked).isEmpty();
    }
  }

  @Test
  void where_nobody_on_the_route_serves_the_number_the_last_one_says_so() {
    try (Telproof telproof = open(BOTH)) {
      main.servesNot();
      ali.servesNot();
      Answer<CodeDispatch> answer = telproof.codeDelivery().check(NUMBER);
      assertThat(answer).isInstanceOf(Answer.Unknown.class);
      assertThat(answer.receipt().provider()).isEqualTo("ali");
      assertThat(answer.receipt().earlier()).hasSize(1);
    }
  }

  @Test
  void a_code_that_could_not_be_sent_or_checked_goes_to_nobody_else() {
    main.fails(9, FailureKind.UNAVAILABLE);
    try (Telproof telproof = open(BOTH)) {
      assertThatExceptionOfType(VerificationException.class)
          .isThrownBy(() -> telproof.codeDelivery().check(NUMBER));
      assertThatExceptionOfType(VerificationException.class)
          .isThrownBy(() -> telproof.codeVerification().check(CLAIM));
      assertThat(ali.asked).isEmpty();
    }
  }

  @Test
  void a_failure_of_the_provider_that_serves_the_number_tells_who_does_not_serve_it() {
    main.servesNot();
    ali.fails(1, FailureKind.INVALID_REQUEST);
    try (Telproof telproof = open(BOTH)) {
      assertThatExceptionOfType(VerificationException.class)
          .isThrownBy(() -> telproof.codeDelivery().check(NUMBER))
          .satisfies(
              e -> {
                assertThat(e.provider()).isEqualTo("ali");
                assertThat(e.earlier()).extracting(Attempt::provider).containsExactly("main");
              });
    }
  }
}
