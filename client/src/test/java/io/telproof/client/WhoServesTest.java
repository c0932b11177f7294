package io.telproof.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.typesafe.config.ConfigFactory;
import io.telproof.Answer;
import io.telproof.Attempt;
import io.telproof.Charge;
import io.telproof.CodeDispatch;
import io.telproof.FailureKind;
import io.telproof.Gap;
import io.telproof.IdentityClaim;
import io.telproof.PhoneNumber;
import io.telproof.PhoneStatus;
import io.telproof.Receipt;
import io.telproof.VerificationException;
import io.telproof.client.RouteExplanation.Part;
import io.telproof.client.RouteExplanation.Step;
import io.telproof.spi.CheckType;
import io.telproof.spi.ClaimPart;
import io.telproof.spi.Coverage;
import io.telproof.spi.time.HandTime;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A route asks only those who say that they serve the number. */
class WhoServesTest {
  private static final PhoneNumber CHINESE = PhoneNumber.of("+8613800138000");
  private static final PhoneNumber SPANISH = PhoneNumber.of("+34600000000");
  private static final PhoneNumber FRENCH = PhoneNumber.of("+33600000000");
  private static final String ROUTES =
      "telproof.routes { phone-status = [china, spain], code-delivery = [china, spain],"
          + " code-verification = [china, spain], identity-match = [china, spain] }";

  private final HandTime time = new HandTime("2026-01-01T00:00:00Z");
  private final ScriptedProvider china = new ScriptedProvider("china", time, time::advance);
  private final ScriptedProvider spain = new ScriptedProvider("spain", time, time::advance);

  private Telproof open(String routes) {
    return Telproof.builder(ConfigFactory.parseString(routes))
        .time(time)
        .only(List.of())
        .provider(china)
        .provider(spain)
        .open();
  }

  private Telproof open() {
    for (CheckType check : List.of(CheckType.PHONE_STATUS, CheckType.CODE_DELIVERY)) {
      china.serves(check, Coverage.callingCode(86));
      spain.serves(check, Coverage.callingCode(34));
    }
    return open(ROUTES);
  }

  @Test
  void a_provider_that_does_not_serve_the_country_is_not_asked() {
    try (Telproof telproof = open()) {
      Receipt receipt = telproof.phoneStatus().check(SPANISH).receipt();
      assertThat(receipt.provider()).isEqualTo("spain");
      assertThat(receipt.earlier())
          .containsExactly(
              Attempt.of(
                  "china", "Op0", Charge.FREE, Duration.ZERO, "not asked: Op0 serves +86 alone"));
      assertThat(china.asked).isEmpty();
      assertThat(telproof.codeDelivery().check(SPANISH).receipt().earlier())
          .extracting(Attempt::reason)
          .containsExactly("not asked: Op1 serves +86 alone");
    }
  }

  @Test
  void an_answer_is_explained_with_whom_the_others_serve() {
    try (Telproof telproof = open()) {
      Receipt receipt = telproof.phoneStatus().check(CHINESE).receipt();
      assertThat(telproof.explain(CheckType.PHONE_STATUS, receipt).toString())
          .contains(
              "spain: NOT_REACHED, it was not needed, or did not serve the question, or would have"
                  + " cost more than the budget; it serves +34");
    }
  }

  @Test
  void one_that_serves_it_has_all_of_the_time_where_nobody_behind_it_does() {
    try (Telproof telproof = open()) {
      telproof.phoneStatus().check(CHINESE);
      assertThat(china.asked.get(0).longestWait()).isEqualTo(china.asked.get(0).within());
    }
  }

  @Test
  void its_failure_is_not_handed_to_one_that_does_not_serve_the_number() {
    try (Telproof telproof = open()) {
      china.fails(9, FailureKind.UNAUTHORIZED);
      VerificationException failure =
          catchThrowableOfType(
              VerificationException.class, () -> telproof.phoneStatus().check(CHINESE));
      assertThat(failure.provider()).isEqualTo("china");
      assertThat(spain.asked).isEmpty();
    }
  }

  @Test
  void where_nobody_serves_the_number_nobody_is_asked() {
    try (Telproof telproof = open()) {
      Answer<PhoneStatus> answer = telproof.phoneStatus().check(FRENCH);
      assertThat(answer).isInstanceOf(Answer.Unknown.class);
      assertThat(((Answer.Unknown<PhoneStatus>) answer).gap()).isEqualTo(Gap.NOT_COVERED);
      assertThat(answer.receipt().charge()).isEqualTo(Charge.FREE);
      assertThat(answer.receipt().earlier()).extracting(Attempt::provider).containsExactly("china");
      assertThat(china.asked).isEmpty();
      assertThat(spain.asked).isEmpty();
    }
  }

  @Test
  void an_open_breaker_of_another_country_hinders_nobody() {
    china.serves(CheckType.CODE_DELIVERY, Coverage.callingCode(86));
    spain.serves(CheckType.CODE_DELIVERY, Coverage.callingCode(34));
    try (Telproof telproof = open(ROUTES)) {
      china.fails(100, FailureKind.UNAVAILABLE);
      for (int i = 0; i < 60; i++) {
        assertThatExceptionOfType(VerificationException.class)
            .isThrownBy(() -> telproof.codeDelivery().check(CHINESE));
      }
      assertThat(telproof.breakers())
          .filteredOn(status -> status.state() == BreakerState.OPEN)
          .isNotEmpty();
      Answer<CodeDispatch> sent = telproof.codeDelivery().check(SPANISH);
      assertThat(sent.receipt().provider()).isEqualTo("spain");
    }
  }

  @Test
  void a_provider_that_is_asked_by_its_name_says_that_it_does_not_serve_the_number() {
    try (Telproof telproof = open()) {
      assertThat(telproof.only("china").phoneStatus().check(SPANISH))
          .isInstanceOf(Answer.Unknown.class);
      assertThat(china.asked).isEmpty();
    }
  }

  @Test
  void a_claim_goes_to_the_operation_that_compares_its_parts() {
    china.serves(CheckType.IDENTITY_MATCH, Coverage.callingCode(86).needing(ClaimPart.ID_NUMBER));
    spain.serves(CheckType.IDENTITY_MATCH, Coverage.anyCountry().comparing(ClaimPart.BIRTH_DATE));
    try (Telproof telproof = open(ROUTES)) {
      IdentityClaim name = IdentityClaim.of(CHINESE, "张三");
      assertThat(telproof.identityMatch().check(name).receipt().provider()).isEqualTo("spain");
      assertThat(telproof.identityMatch().check(name.withIdNumber("1")).receipt().provider())
          .isEqualTo("china");
      assertThat(
              telproof
                  .identityMatch()
                  .check(name.withIdNumber("1").withBirthDate(java.time.LocalDate.EPOCH)))
          .isInstanceOf(Answer.Unknown.class);
    }
  }

  @Test
  void the_explanation_says_who_serves_what() {
    try (Telproof telproof = open()) {
      assertThat(telproof.explain(CheckType.PHONE_STATUS).toString())
          .contains("china: NEXT")
          .contains("it serves +86")
          .contains("it serves +34");
    }
  }

  @Test
  void the_explanation_for_a_number_leaves_out_who_does_not_serve_it_and_does_not_print_it() {
    try (Telproof telproof = open()) {
      RouteExplanation explanation = telproof.explain(CheckType.PHONE_STATUS, SPANISH);
      assertThat(explanation.steps())
          .extracting(Step::provider, Step::part)
          .containsExactly(
              org.assertj.core.groups.Tuple.tuple("china", Part.NOT_COVERED),
              org.assertj.core.groups.Tuple.tuple("spain", Part.NEXT));
      assertThat(explanation.toString()).doesNotContain("600000000");
    }
  }
}
