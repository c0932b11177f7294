package io.telproof.examples.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.ConfigFactory;
import io.telproof.Charge;
import io.telproof.PhoneNumber;
import io.telproof.VerificationException;
import io.telproof.client.Telproof;
import io.telproof.sandbox.Scenario;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What docs/money.md counts is what the sandbox bills. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ChargeCountTest {
  private final Rehearsal rehearsal = new Rehearsal();
  private final Telproof telproof =
      Telproof.open(rehearsal.over(ConfigFactory.parseString(Trial.applicationConf())));

  @AfterAll
  void close() {
    telproof.close();
    rehearsal.close();
  }

  @Test
  void the_attempts_before_an_answer_are_counted_too() {
    assertThat(ChargeCount.of(telproof.phoneStatus().check(number(Scenario.BUSY_ONCE)).receipt()))
        .isEqualTo(Map.of(Charge.FREE, 1, Charge.CHARGED, 1));
  }

  @Test
  void an_answer_without_a_value_can_be_charged() {
    assertThat(
            ChargeCount.of(
                telproof.only("main").tenure().check(number(Scenario.NO_RECORD)).receipt()))
        .isEqualTo(Map.of(Charge.CHARGED, 1));
  }

  @Test
  void what_a_vendor_does_not_say_is_unstated() {
    assertThat(
            ChargeCount.of(
                telproof.only("ali").phoneStatus().check(number(Scenario.PLAIN_GOOD)).receipt()))
        .isEqualTo(Map.of(Charge.UNSTATED, 1));
  }

  @Test
  void a_lost_reply_is_possible() {
    assertThatThrownBy(() -> telproof.phoneStatus().check(number(Scenario.RESET_BEFORE_REPLY)))
        .isInstanceOfSatisfying(
            VerificationException.class,
            e -> assertThat(ChargeCount.of(e)).isEqualTo(Map.of(Charge.POSSIBLE, 1)));
  }

  private static PhoneNumber number(Scenario scenario) {
    return PhoneNumber.of(scenario.phoneNumber(3));
  }
}
