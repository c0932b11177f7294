package io.telproof.sandbox.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.sandbox.Billing;
import io.telproof.sandbox.Http;
import io.telproof.sandbox.Scenario;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The life of a code, as the pages of Verify v2 tell it. */
final class VerifyTest {
  private static final String NUMBER = Account.NUMBER;

  private final Account account = Account.lenient();

  @AfterEach
  void stop() {
    account.close();
  }

  private static String sid(Http.Reply sent) {
    return Account.json(sent).path("sid").asText();
  }

  @Test
  void a_code_is_sent_and_the_right_one_is_approved_once() {
    Http.Reply sent = account.sendCode(NUMBER);
    assertThat(sent.status()).isEqualTo(201);
    assertThat(sid(sent)).matches("VE[0-9a-f]{32}");
    assertThat(sent.body()).contains("\"status\":\"pending\"", "\"valid\":false");
    assertThat(Account.told(account.check(NUMBER, "000000"))).isEqualTo("200 pending");
    assertThat(Account.told(account.check(NUMBER, "123456"))).isEqualTo("200 approved");
    assertThat(Account.told(account.check(NUMBER, "123456"))).isEqualTo("404 20404");
    assertThat(account.sandbox.bill().count("CreateVerification", Billing.UNSTATED)).isOne();
    assertThat(account.sandbox.bill().count("CreateVerificationCheck", Billing.UNSTATED))
        .isEqualTo(2);
  }

  @Test
  void a_code_is_found_by_the_name_of_its_verification_too() {
    String sid = sid(account.sendCode(NUMBER));
    Http.Reply checked =
        account.verify("VerificationCheck", "VerificationSid", sid, "Code", "123456");
    assertThat(Account.told(checked)).isEqualTo("200 approved");
    assertThat(account.last().contact()).isEqualTo("+120****0100");
    Http.Reply unknown =
        account.verify(
            "VerificationCheck",
            "VerificationSid",
            "VE00000000000000000000000000000000",
            "Code",
            "123456");
    assertThat(Account.told(unknown)).isEqualTo("404 20404");
  }

  @Test
  void asked_again_within_ten_minutes_it_is_the_same_verification_and_the_sixth_time_refused() {
    String first = sid(account.sendCode(NUMBER));
    for (int i = 0; i < 4; i++) {
      account.clock.advance(Duration.ofMinutes(1));
      assertThat(sid(account.sendCode(NUMBER))).isEqualTo(first);
    }
    assertThat(Account.told(account.sendCode(NUMBER))).isEqualTo("429 60203");
    account.clock.advance(Duration.ofMinutes(6));
    assertThat(sid(account.sendCode(NUMBER))).isNotEqualTo(first);
    assertThat(
            Account.told(
                account.verify("VerificationCheck", "VerificationSid", first, "Code", "123456")))
        .isEqualTo("404 20404");
  }

  @Test
  void a_code_is_good_for_ten_minutes() {
    account.sendCode(NUMBER);
    account.clock.advance(Duration.ofMinutes(10).minusSeconds(1));
    assertThat(Account.told(account.check(NUMBER, "000000"))).isEqualTo("200 pending");
    account.clock.advance(Duration.ofSeconds(1));
    assertThat(Account.told(account.check(NUMBER, "123456"))).isEqualTo("404 20404");
  }

  @Test
  void the_sixth_try_is_refused_and_the_verification_is_gone() {
    account.sendCode(NUMBER);
    for (int i = 0; i < 5; i++) {
      assertThat(Account.told(account.check(NUMBER, "00000" + i))).isEqualTo("200 pending");
    }
    assertThat(Account.told(account.check(NUMBER, "123456"))).isEqualTo("429 60202");
    assertThat(Account.told(account.check(NUMBER, "123456"))).isEqualTo("404 20404");
    assertThat(account.sendCode(NUMBER).status()).isEqualTo(201);
  }

  @Test
  void an_address_gets_its_code_by_e_mail_and_plays_its_scenario() {
    String address = Scenario.CODE_WRONG.emailAddress();
    assertThat(account.sendCode(address).status()).isEqualTo(201);
    assertThat(Account.told(account.check(address, "123456"))).isEqualTo("200 pending");
  }

  @ParameterizedTest(name = "{0} by {1} → {2}")
  @CsvSource({
    "+12015550100, sms, 201 pending",
    "+12015550100, call, 201 pending",
    "+12015550100, whatsapp, 201 pending",
    "+12015550100, email, 400 60200",
    "a@example.com, email, 201 pending",
    "a@example.com, sms, 400 60200",
    "12015550100, sms, 400 60200",
    "+12015550100, pigeon, 400 60200",
    "'', sms, 400 60200",
    "+12015550100, '', 400 60200",
  })
  void a_code_goes_where_its_channel_goes(String to, String channel, String told) {
    assertThat(Account.told(account.verify("Verifications", "To", to, "Channel", channel)))
        .isEqualTo(told);
  }

  @ParameterizedTest(name = "«{0}»")
  @CsvSource({
    "123, 400 60200",
    "12345678901, 400 60200",
    "'', 400 60200",
    "1234, 404 20404",
    "1234567890, 404 20404",
  })
  void a_code_has_four_to_ten_characters(String code, String told) {
    assertThat(Account.told(account.check(NUMBER, code))).isEqualTo(told);
  }

  @Test
  void a_service_that_is_not_the_accounts_is_not_found() {
    String path = "/../VA00000000000000000000000000000000/Verifications";
    Http.Reply reply = account.verify(path.substring(1), "To", NUMBER, "Channel", "sms");
    assertThat(Account.told(reply)).isEqualTo("404 20404");
  }

  @ParameterizedTest(name = "{0}, n = {1} → {2}, {3}")
  @CsvSource({
    "CODE_EXPIRED, 0, 201 pending, 404 20404",
    "CODE_EXPIRED, 1, 201 pending, 200 expired",
    "CODE_ATTEMPTS_EXHAUSTED, 0, 201 pending, 429 60202",
    "CODE_ATTEMPTS_EXHAUSTED, 1, 201 pending, 200 max_attempts_reached",
    "ALREADY_VERIFIED, 0, 201 pending, 404 20404",
    "CODE_CHECK_FAILED, 0, 201 pending, 500 20500",
    "UNLISTED_VERDICT, 0, 201 pending, 200 perhaps",
    "SENDING_LIMITED, 0, 429 60203, 404 20404",
    "SENDING_PROHIBITED, 0, 403 60410, 404 20404",
    "SENDING_PROHIBITED, 1, 400 60205, 404 20404",
    "THROTTLED, 1, 429 60212, 404 20404",
    "NOT_ACTIVATED_SERVICE, 0, 403 60223, 404 20404",
    "ACCOUNT_UNVERIFIED, 0, 403 575001, 404 20404",
  })
  void each_scenario_is_told_in_the_words_of_Verify(
      Scenario scenario, int digit, String sending, String checking) {
    String number = scenario.usNumber(digit);
    assertThat(Account.told(account.sendCode(number))).isEqualTo(sending);
    assertThat(Account.told(account.check(number, "123456"))).isEqualTo(checking);
  }
}
