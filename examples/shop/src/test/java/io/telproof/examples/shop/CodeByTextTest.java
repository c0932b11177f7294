package io.telproof.examples.shop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.ConfigFactory;
import io.telproof.Charge;
import io.telproof.CodeDispatch;
import io.telproof.FailureKind;
import io.telproof.PhoneNumber;
import io.telproof.VerificationException;
import io.telproof.client.Telproof;
import io.telproof.sandbox.Scenario;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What docs/codes.md says of its class is so, at Alibaba Cloud's sandbox. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class CodeByTextTest {
  private final Rehearsal rehearsal = new Rehearsal();
  private final Telproof telproof =
      Telproof.open(rehearsal.over(ConfigFactory.parseString(Trial.applicationConf())));

  @AfterAll
  void close() {
    telproof.close();
    rehearsal.close();
  }

  @Test
  void only_the_code_that_was_sent_is_theirs() {
    PhoneNumber number = number(Scenario.PLAIN_GOOD);
    CodeDispatch sent = CodeByText.send(telproof, number).orElseThrow();
    assertThat(sent.expiresAt()).isPresent();
    assertThat(CodeByText.isTheirs(telproof, number, "654321", sent.handle())).isFalse();
    assertThat(CodeByText.isTheirs(telproof, number, " 123456 ", sent.handle())).isTrue();
  }

  @Test
  void a_number_outside_the_mainland_gets_no_code_and_nothing_is_sent() {
    long before = rehearsal.bill().requests("SendSmsVerifyCode");
    assertThat(CodeByText.send(telproof, PhoneNumber.of("+34600000000"))).isEmpty();
    assertThat(rehearsal.bill().requests("SendSmsVerifyCode")).isEqualTo(before);
  }

  @Test
  void a_second_code_within_the_minute_is_throttled_and_free() {
    assertThatThrownBy(() -> CodeByText.send(telproof, number(Scenario.SENDING_LIMITED)))
        .isInstanceOfSatisfying(
            VerificationException.class,
            e -> {
              assertThat(e.kind()).isEqualTo(FailureKind.THROTTLED);
              assertThat(e.charge()).isEqualTo(Charge.FREE);
              assertThat(e.retryAfter()).contains(Duration.ofSeconds(60));
            });
  }

  @Test
  void a_number_whose_allowance_is_used_up_is_quota_and_free() {
    assertThatThrownBy(() -> CodeByText.send(telproof, number(Scenario.DAILY_LIMIT)))
        .isInstanceOfSatisfying(
            VerificationException.class,
            e -> {
              assertThat(e.kind()).isEqualTo(FailureKind.QUOTA);
              assertThat(e.charge()).isEqualTo(Charge.FREE);
              assertThat(e.retryAfter()).isEqualTo(Optional.empty());
            });
  }

  private static PhoneNumber number(Scenario scenario) {
    return PhoneNumber.of(scenario.phoneNumber(3));
  }
}
