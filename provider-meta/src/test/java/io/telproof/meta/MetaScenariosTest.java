package io.telproof.meta;

import static org.assertj.core.api.Assertions.assertThat;

import io.telproof.Charge;
import io.telproof.PhoneNumber;
import io.telproof.sandbox.Scenario;
import io.telproof.sandbox.meta.MetaSettings;
import io.telproof.sandbox.meta.MetaVendor;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What Meta can say of a number, and what we make of it, from the question to the bill. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class MetaScenariosTest {
  private final Account account =
      Account.open(new MetaVendor(MetaSettings.defaults().limits(100_000, 100_000)), Map.of());

  @AfterAll
  void stop() {
    account.close();
  }

  /** What was told; and meanwhile the vendor read one request, and billed nothing for sure. */
  private String told(String number) {
    long requests = account.sandbox.bill().requests();
    long charged = account.sandbox.bill().charged();
    String told = Outcome.of(() -> account.ask(PhoneNumber.of(number)));
    assertThat(account.sandbox.bill().requests()).as(told).isEqualTo(requests + 1);
    assertThat(account.sandbox.bill().charged()).as(told).isEqualTo(charged);
    assertThat(told).doesNotContain(Charge.CHARGED.name());
    return told.replaceFirst("^[0-9]+@\\S+", "id");
  }

  @ParameterizedTest(name = "{0}{1}")
  @CsvSource({
    "PLAIN_GOOD, 0, id UNSTATED VERIFIED",
    "SUSPENDED, 0, NO_RECORD UNSTATED NOT_VERIFIED",
    "CANCELLED, 0, NO_RECORD UNSTATED EXPIRED",
    "VACANT, 0, id UNSTATED VERIFIED",
    "NOT_ACTIVATED, 0, NO_RECORD UNSTATED NOT_VERIFIED",
    "NO_RECORD, 0, NO_RECORD UNSTATED -",
    "NOT_COVERED, 0, NO_RECORD UNSTATED -",
    "SPELLINGS, 0, id UNSTATED VERIFIED",
    "HOLES, 0, PROTOCOL POSSIBLE -",
    "WRONG_NUMBER, 0, INVALID_REQUEST FREE 100",
    "BUSY, 0, UNAVAILABLE FREE 2",
    "DAILY_LIMIT, 0, id UNSTATED VERIFIED",
    "THROTTLED, 0, THROTTLED FREE 4",
    "THROTTLED, 1, THROTTLED FREE 17",
    "THROTTLED, 2, THROTTLED FREE 341",
    "THROTTLED, 3, THROTTLED FREE 80008",
    "UNLISTED_VERDICT, 0, PROTOCOL POSSIBLE PERHAPS",
    "UNREADABLE_REST, 0, PROTOCOL UNSTATED VERIFIED",
    "ARREARS, 0, ACCOUNT FREE 368",
    "NOT_ACTIVATED_SERVICE, 0, ACCOUNT FREE 3",
    "NOT_PERMITTED, 0, UNAUTHORIZED FREE 200",
    "NOT_PERMITTED, 1, UNAUTHORIZED FREE 10",
    "UNLISTED_ERROR, 0, PROTOCOL POSSIBLE 60998",
    "INTERNAL_ERROR, 0, INDETERMINATE POSSIBLE 1",
    "UNKNOWN_ERROR, 0, INDETERMINATE POSSIBLE 1",
    "ACCOUNT_UNVERIFIED, 0, ACCOUNT FREE 803",
    "BILLING_STATUS, 0, ACCOUNT FREE 368",
  })
  void each_scenario_is_told_as_it_is_in_exactly_one_request(
      Scenario scenario, int digit, String expected) {
    assertThat(told(scenario.phoneNumber(digit))).isEqualTo(expected);
  }

  @ParameterizedTest
  @EnumSource(names = {"BUSY_ONCE", "THROTTLED_ONCE"})
  void what_happens_once_is_over_the_second_time(Scenario scenario) {
    assertThat(told(scenario.phoneNumber(4))).matches("(UNAVAILABLE|THROTTLED) FREE .*");
    assertThat(told(scenario.phoneNumber(4))).isEqualTo("id UNSTATED VERIFIED");
  }

  @Test
  void a_number_of_any_other_country_is_in_the_pool_too() {
    assertThat(told("+12015550100")).isEqualTo("id UNSTATED VERIFIED");
    assertThat(told("+5511998765432")).isEqualTo("id UNSTATED VERIFIED");
  }

  @ParameterizedTest
  @CsvSource({
    "RESET_BEFORE_REPLY, INDETERMINATE POSSIBLE -",
    "HALF_REPLY, INDETERMINATE POSSIBLE -",
    "ENDLESS_BODY, PROTOCOL POSSIBLE -",
    "HTML_502, INDETERMINATE POSSIBLE -",
    "HTML_200, PROTOCOL POSSIBLE -",
    "EMPTY_200, PROTOCOL POSSIBLE -",
    "EMPTY_OBJECT, PROTOCOL POSSIBLE -",
    "REDIRECT_307, PROTOCOL POSSIBLE -",
    "HTTP_429, THROTTLED FREE -",
    "HTTP_503, INDETERMINATE POSSIBLE -",
    "DISCONNECT, INDETERMINATE POSSIBLE -",
    "NOT_JSON_200, PROTOCOL POSSIBLE -",
  })
  void a_reply_that_is_lost_or_spoilt_leads_to_no_second_request(
      Scenario scenario, String expected) {
    assertThat(told(scenario.phoneNumber(0))).isEqualTo(expected);
  }
}
