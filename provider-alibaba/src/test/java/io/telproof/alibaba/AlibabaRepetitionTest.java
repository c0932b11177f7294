package io.telproof.alibaba;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.typesafe.config.ConfigFactory;
import io.telproof.Answer;
import io.telproof.Attempt;
import io.telproof.Charge;
import io.telproof.FailureKind;
import io.telproof.PhoneNumber;
import io.telproof.Tenure;
import io.telproof.VerificationException;
import io.telproof.client.Telproof;
import io.telproof.sandbox.Sandbox;
import io.telproof.sandbox.alibaba.AlibabaVendor;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How often a question is asked when an application asks it once. */
final class AlibabaRepetitionTest {
  private final Sandbox sandbox = Sandbox.start(new AlibabaVendor());
  private final Telproof telproof =
      Telproof.open(
          ConfigFactory.parseString(
              """
              telproof.providers.ali {
                type = alibaba, endpoint = "%s", access-key-id = "%s", access-key-secret = "%s"
                sign-name = x, template-code = "100001"
              }
              """
                  .formatted(
                      sandbox.endpoint(),
                      AlibabaVendor.CREDENTIALS.accessKeyId(),
                      AlibabaVendor.CREDENTIALS.accessKeySecret())));

  @AfterEach
  void stop() {
    telproof.close();
    sandbox.close();
  }

  @Test
  void a_source_that_failed_is_asked_once_more_and_both_attempts_are_told() {
    VerificationException e =
        catchThrowableOfType(
            VerificationException.class, () -> telproof.tenure().check(number("23")));
    assertThat(e.kind()).isEqualTo(FailureKind.UNAVAILABLE);
    assertThat(e.vendorCode()).contains("402");
    assertThat(e.charge()).isEqualTo(Charge.UNSTATED);
    assertThat(e.earlier()).extracting(Attempt::charge).containsExactly(Charge.UNSTATED);
    assertThat(sandbox.bill().requests()).isEqualTo(2);
  }

  @Test
  void a_source_that_failed_once_answers_the_repetition() {
    Answer<Tenure> answer = telproof.tenure().check(number("24"));
    assertThat(Outcome.of(() -> answer)).isEqualTo("24.. CHARGED 200/1/5");
    assertThat(answer.receipt().earlier()).hasSize(1);
    assertThat(sandbox.bill().charged()).isEqualTo(1);
  }

  @Test
  void a_throttled_question_is_asked_again_after_the_wait_that_the_vendor_asks_for() {
    Answer<Tenure> answer = telproof.tenure().check(number("27"));
    assertThat(Outcome.of(() -> answer)).isEqualTo("24.. CHARGED 200/1/5");
    assertThat(answer.receipt().earlier())
        .extracting(Attempt::failure)
        .containsExactly(Optional.of(FailureKind.THROTTLED));
    assertThat(sandbox.bill().lines()).hasSize(2);
    Duration apart =
        Duration.between(sandbox.bill().lines().get(0).at(), sandbox.bill().lines().get(1).at());
    assertThat(apart).isGreaterThanOrEqualTo(Duration.ofMillis(240));
    assertThat(sandbox.bill().charged()).isEqualTo(1);
  }

  @Test
  void a_second_code_that_comes_too_soon_is_not_tried_again() {
    VerificationException e =
        catchThrowableOfType(
            VerificationException.class, () -> telproof.codeDelivery().check(number("84")));
    assertThat(e.kind()).isEqualTo(FailureKind.THROTTLED);
    assertThat(e.retryAfter()).contains(Duration.ofMinutes(1));
    assertThat(sandbox.bill().requests()).isEqualTo(1);
  }

  @ParameterizedTest(name = "SS = {0}")
  @ValueSource(strings = {"28", "43", "44", "45", "60", "63", "65", "67", "71", "72"})
  void what_may_have_been_carried_out_is_never_asked_again(String scenario) {
    assertThat(Outcome.told(() -> telproof.tenure().check(number(scenario)))).endsWith(" POSSIBLE");
    assertThat(sandbox.bill().requests()).isEqualTo(1);
  }

  private static PhoneNumber number(String scenario) {
    return PhoneNumber.of("+8613800138" + scenario + "0");
  }
}
